using Espero.Orchestrator;

return await ServeCommand.Create().Parse(args).InvokeAsync();
