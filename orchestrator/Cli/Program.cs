using Espero.Cli;

return await EsperoCommand.RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);
