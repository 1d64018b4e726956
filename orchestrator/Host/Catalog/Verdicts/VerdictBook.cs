using Espero.Station.Recipes.Models;

namespace Espero.Orchestrator.Catalog.Verdicts;

/// <summary>What is known of models just now: a whole book, swapped when a newer one was read.</summary>
internal sealed class VerdictBook
{
    private readonly TaskCompletionSource _looked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile ModelBook _models = ModelBook.Empty;

    public ModelBook Models
    {
        get => _models;
        set
        {
            _models = value;
            _looked.TrySetResult();
        }
    }

    /// <summary>Ends with the first look for data, whatever was found. Reading them takes seconds, and an answer before that is no answer.</summary>
    public Task FirstLook => _looked.Task;

    /// <summary>There is nothing to wait for: what is known now is all that is known.</summary>
    public void HasLooked() => _looked.TrySetResult();
}
