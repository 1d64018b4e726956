using Espero.Orchestrator.Answers;

namespace Espero.Orchestrator.Operations;

/// <summary>One call of the API, whatever way it came in.</summary>
internal delegate Task<Answer<TResponse>> Call<in TRequest, TResponse>(TRequest request, Caller caller, CancellationToken cancellationToken)
    where TResponse : notnull;
