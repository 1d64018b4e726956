using Espero.Usb.Probe;

// What neither espero-phone nor espero-station can show.
return args switch
{
    ["download-mode", var controller, var folder] => await OdinPhone.RunAsync(controller, folder, CancellationToken.None),
    ["watch"] => await PlugWatch.RunAsync(CancellationToken.None),
    _ => 2,
};
