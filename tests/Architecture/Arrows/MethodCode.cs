using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace Espero.Architecture.Tests.Arrows;

/// <summary>Walks the instructions of a method body (ECMA-335, partition III) and resolves the tokens they carry.</summary>
internal static class MethodCode
{
    private const byte TwoByteMark = 0xFE;

    private static readonly FrozenDictionary<short, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value, code => code.OperandType);

    public static IEnumerable<Type?> Mentions(MethodBase method, MethodBody body)
    {
        var code = body.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var operand = Operands[code[at] == TwoByteMark ? (short)((TwoByteMark << 8) | code[at + 1]) : code[at]];
            at += code[at] == TwoByteMark ? 2 : 1;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                foreach (var type in Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))))
                {
                    yield return type;
                }
            }

            at += SizeOf(operand, code.AsSpan(at));
        }
    }

    private static IEnumerable<Type?> Resolve(MethodBase method, int token)
    {
        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo called => [called.DeclaringType, called.ReturnType, .. called.IsGenericMethod ? called.GetGenericArguments() : []],
            { } member => [member.DeclaringType],
            null => [],
        };
    }

    private static int SizeOf(OperandType operand, ReadOnlySpan<byte> rest) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + BinaryPrimitives.ReadInt32LittleEndian(rest)),
        _ => 4,
    };
}
