namespace Espero.Station.Recipes.KeyCombinations;

/// <summary>What is plugged into the phone while its keys are held.</summary>
public enum Plug
{
    UsbCable,
    PowerSupply,
    Controller,
}
