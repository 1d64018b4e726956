namespace Espero.VirtualPhone;

/// <summary>The phone cannot be started; the message is for the person who started it.</summary>
public sealed class VirtualPhoneException(string message) : Exception(message);
