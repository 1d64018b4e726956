namespace Espero.Orchestrator.Answers;

/// <summary>Which side a refusal is about; every way in (gRPC, REST, pages) has one code for each.</summary>
internal enum RefusalKind
{
    /// <summary>The request itself cannot be understood or lacks something: change it.</summary>
    Usage,

    /// <summary>It names something that does not exist.</summary>
    NotFound,

    /// <summary>A rule forbids it as things are now.</summary>
    Forbidden,
}
