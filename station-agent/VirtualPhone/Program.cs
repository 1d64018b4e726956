using Espero.VirtualPhone.CommandLine;

return await PhoneProgram.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
