using Espero.Usb.Probe;

// The one phone that espero-phone does not play.
return args is ["download-mode", var controller, var folder]
    ? await OdinPhone.RunAsync(controller, folder, CancellationToken.None)
    : 2;
