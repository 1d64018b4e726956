using System.Collections.Concurrent;
using Espero.VirtualPhone;

namespace Espero.Station.Host.Tests.Verbs;

/// <summary>Every command that a virtual phone was sent.</summary>
internal sealed class HeardCommands
{
    private readonly ConcurrentQueue<string> _heard = [];

    public string[] All => [.. _heard];

    public VirtualPhoneOptions In(VirtualPhoneOptions options) => options with { OnCommand = _heard.Enqueue };
}
