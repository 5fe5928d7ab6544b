using System.Buffers;
using System.Text;
using System.Text.Json;
using Allocation.Engine.Model;

namespace Allocation.Host.Scenarios;

/// <summary>A JSON value that knows where it stands. Numbers keep their digits as written in <see cref="Text"/>.</summary>
internal sealed record JsonPiece(JsonValueKind Kind, string Text, Spot At)
{
    public List<(string Key, Spot At, JsonPiece Value)> Members { get; } = [];
    public List<JsonPiece> Items { get; } = [];
}

/// <summary>Reads a whole JSON file into pieces. One pass over the bytes; the place is counted along, so a file of one long line costs no more than any other.</summary>
internal ref struct JsonPieceReader
{
    private const int Deepest = 16;

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _counted, _line = 1, _column = 1;

    private JsonPieceReader(SourceFile file)
    {
        _file = file.Name;
        _bytes = file.Body.Span;
        _reader = new(_bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 });
    }

    public static JsonPiece? Read(SourceFile file, Reading reading)
    {
        var at = new Subject(file.Name, -1, "", "");
        var pieces = new JsonPieceReader(file);
        try
        {
            pieces._reader.Read();
            var root = pieces.Value(0);
            if (root is null) reading.Add(Faults.TooDeep, Put(pieces.Here((int)pieces._reader.TokenStartIndex)), "", ("limit", FaultKind.Number(Deepest)));
            else if (pieces._reader.Read()) throw new JsonException("more than one value");
            return root;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string whose escapes are half a surrogate pair.
            var offset = (int)Math.Min(pieces._bytes.Length, pieces._reader.BytesConsumed);
            reading.Add(Faults.BadJson, Put(pieces.Here(offset)), pieces.Rest(offset));
            return null;
        }

        Subject Put(Spot spot) { reading.Put(at, spot); return at; }
    }

    // The value at the reader, or null where it is nested too deep.
    private JsonPiece? Value(int depth)
    {
        if (depth > Deepest) return null;
        var at = Here((int)_reader.TokenStartIndex);
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JsonPiece(JsonValueKind.Object, "{…}", at);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
                {
                    var (key, keyAt) = (_reader.GetString()!, Here((int)_reader.TokenStartIndex));
                    _reader.Read();
                    if (Value(depth + 1) is not { } value) return null;
                    members.Members.Add((key, keyAt, value));
                }
                return members;
            case JsonTokenType.StartArray:
                var items = new JsonPiece(JsonValueKind.Array, "[…]", at);
                while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
                {
                    if (Value(depth + 1) is not { } item) return null;
                    items.Items.Add(item);
                }
                return items;
            case JsonTokenType.String: return new(JsonValueKind.String, _reader.GetString()!, at);
            case JsonTokenType.Number: return new(JsonValueKind.Number, Encoding.UTF8.GetString(_reader.HasValueSequence ? _reader.ValueSequence.ToArray() : _reader.ValueSpan), at);
            case JsonTokenType.True: return new(JsonValueKind.True, "true", at);
            case JsonTokenType.False: return new(JsonValueKind.False, "false", at);
            default: return new(JsonValueKind.Null, "null", at);
        }
    }

    // The place of a byte at or after the last one asked for.
    private Spot Here(int offset)
    {
        var passed = _bytes[_counted..Math.Max(_counted, offset)];
        for (var end = passed.IndexOf((byte)'\n'); end >= 0; end = passed.IndexOf((byte)'\n'))
        {
            (_line, _column) = (_line + 1, 1);
            passed = passed[(end + 1)..];
        }
        _column += Encoding.UTF8.GetCharCount(passed);
        _counted = Math.Max(_counted, offset);
        return new(_file, _line, _column);
    }

    private readonly string Rest(int offset)
    {
        var text = Encoding.UTF8.GetString(_bytes[offset..Math.Min(_bytes.Length, offset + 60)]).Split('\n')[0].Trim();
        return text.Length > 20 ? text[..20] : text.Length > 0 ? text : "…";
    }
}
