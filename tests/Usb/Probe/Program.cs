using Espero.Usb.Probe;

return await ProbeProgram.RunAsync(args, CancellationToken.None);
