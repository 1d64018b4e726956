using Espero.Orchestrator;

var parsed = ServeCommand.Create().Parse(args);
var code = await parsed.InvokeAsync();
return parsed.Errors.Count > 0 ? ServeCommand.ExitUsage : code;
