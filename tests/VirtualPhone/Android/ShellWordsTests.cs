using Espero.VirtualPhone.Android;

namespace Espero.VirtualPhone.Tests.Android;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("getprop  ro.serialno ", "getprop", "ro.serialno")]
    [InlineData("'twrp' 'wipe' 'data'", "twrp", "wipe", "data")]
    [InlineData("echo 'two words'", "echo", "two words")]
    [InlineData("echo ''", "echo", "")]
    [InlineData("echo 'it'\\''s'", "echo", "it's")]
    [InlineData("echo two\\ words\\", "echo", "two words\\")]
    [InlineData("echo 'no end", "echo", "no end")]
    public void A_line_comes_apart_as_in_a_shell(string line, params string[] words) => Assert.Equal(words, ShellWords.Of(line));
}
