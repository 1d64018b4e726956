using Espero.Fuzz;

return args switch
{
    ["all", .. var rest] => FuzzCommand.Run(FuzzTargets.All, FuzzOptions.Parse(rest)),
    ["phone", .. var rest] => FuzzCommand.Run(FuzzTargets.All.Where(target => target.FacesPhone), FuzzOptions.Parse(rest)),
    ["files", .. var rest] => FuzzCommand.Run(FuzzTargets.All.Where(target => !target.FacesPhone), FuzzOptions.Parse(rest)),
    [var name, .. var rest] when FuzzTargets.Find(name) is { } target => FuzzCommand.Run([target], FuzzOptions.Parse(rest)),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine($"""
        Example: Espero.Fuzz all --count 1000000 --seed 1

        Feeds a parser with mutated examples and noise, and ends with 1 at the first that breaks it or takes more than
        {FuzzCommand.MaxPeakBytes / 1_000_000} MB of memory. "phone" stands for those that face a phone, "files" for the others.
        Parsers: all phone files {string.Join(' ', FuzzTargets.All.Select(target => target.Name))}
        """);
    return 2;
}
