using Espero.Orchestrator.Domain.Matching;

namespace Espero.Orchestrator.Domain.Tests.Matching;

public sealed class PhoneMatchTests
{
    private static readonly Guid One = Guid.Parse("01890000-0000-7000-8000-000000000001");
    private static readonly Guid Two = Guid.Parse("01890000-0000-7000-8000-000000000002");

    [Fact]
    public void A_phone_with_no_mark_is_nobody() => Assert.IsType<PhoneMatch.Unmarked>(PhoneMatch.Judge(0, []));

    [Fact]
    public void A_phone_with_new_marks_only_is_new() => Assert.IsType<PhoneMatch.Unseen>(PhoneMatch.Judge(2, []));

    [Fact]
    public void A_phone_with_one_known_mark_is_that_phone() => Assert.Equal(new PhoneMatch.Known(One), PhoneMatch.Judge(2, [One]));

    [Fact]
    public void Marks_of_one_phone_agree() => Assert.Equal(new PhoneMatch.Known(One), PhoneMatch.Judge(2, [One, One]));

    [Fact]
    public void Marks_of_two_phones_need_a_person() => Assert.IsType<PhoneMatch.Disagreeing>(PhoneMatch.Judge(2, [One, Two]));
}
