using System.Text;
using Assay.Core.Errors;

namespace Assay.Models.NGrams;

/// <summary>
/// Models as bytes: a mark, a version, the unit, the tokens, and the n-grams with their counts, each level in the order of its parents. Probabilities are
/// estimated again when a model is loaded, so that a file cannot hold wrong ones.
/// </summary>
public static class NGramModelFile
{
    private const string Mark = "assay n-gram model";
    private const int Version = 1;

    /// <summary>Writes a model.</summary>
    public static void Write(NGramModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        using BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write((byte)model.Unit);
        writer.Write((byte)model.Order);
        string[] texts = [.. model.Vocabulary.Texts];
        writer.Write7BitEncodedInt(texts.Length);
        foreach (string text in texts) WriteText(writer, text);
        NGramTree tree = model.Tree;
        for (int length = 0; length < model.Order; length++)
        {
            (int start, int end) = tree.Level(length);
            for (int node = start; node < end; node++) WriteChildren(writer, tree, node);
        }
    }

    /// <summary>Reads a model that <see cref="Write"/> wrote.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <exception cref="InputException">It is no model, of another version, or damaged.</exception>
    public static NGramModel Read(Stream stream, string file)
    {
        try
        {
            using BinaryReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadString() != Mark) throw NoModel(file, null);
            if (reader.ReadInt32() is int version and not Version)
                throw new InputException($"{file} is a model of version {version}, and this assay reads version {Version}; train it again.");
            (TextUnit unit, int order) = ((TextUnit)reader.ReadByte(), reader.ReadByte());
            if (unit is not (TextUnit.Words or TextUnit.Characters) || order is < 1 or > NGramModel.MostOrder) throw NoModel(file, null);
            NGramVocabulary vocabulary = new();
            for (int left = reader.Read7BitEncodedInt(); left > 0; left--) vocabulary.Add(ReadText(reader));
            return new NGramModel(unit, vocabulary, ReadTree(reader, order, vocabulary.Count, file));
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or ArgumentException or OverflowException)
        {
            throw NoModel(file, error);
        }
    }

    // As UTF-16, because a token may be half a surrogate pair, which no UTF-8 holds.
    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write7BitEncodedInt(text.Length);
        foreach (char c in text) writer.Write7BitEncodedInt(c);
    }

    private static string ReadText(BinaryReader reader)
    {
        StringBuilder text = new();
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--) text.Append(checked((char)reader.Read7BitEncodedInt()));
        return text.ToString();
    }

    // Tokens of children ascend, so their distances are small numbers.
    private static void WriteChildren(BinaryWriter writer, NGramTree tree, int node)
    {
        (int start, int end) = tree.Children(node);
        writer.Write7BitEncodedInt(end - start);
        int before = -1;
        for (int child = start; child < end; child++)
        {
            writer.Write7BitEncodedInt(tree.Token(child) - before);
            writer.Write7BitEncodedInt64(tree.Occurrences(child));
            before = tree.Token(child);
        }
    }

    private static NGramTree ReadTree(BinaryReader reader, int order, int vocabulary, string file)
    {
        List<int> tokens = [-1], firstChild = [];
        List<long> counts = [0];
        int[] levels = new int[order + 2];
        levels[1] = 1;
        for (int length = 0; length < order; length++)
        {
            for (int node = levels[length]; node < levels[length + 1]; node++)
            {
                firstChild.Add(tokens.Count);
                int token = -1;
                for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
                {
                    int step = reader.Read7BitEncodedInt();
                    token += step;
                    long count = reader.Read7BitEncodedInt64();
                    if (step < 1 || token >= vocabulary || count < 1) throw NoModel(file, null);
                    tokens.Add(token);
                    counts.Add(count);
                }
            }
            levels[length + 2] = tokens.Count;
        }
        while (firstChild.Count <= tokens.Count) firstChild.Add(tokens.Count);
        return new NGramTree([.. tokens], [.. counts], [.. firstChild], levels);
    }

    private static InputException NoModel(string file, Exception? cause)
    {
        string sentence = $"{file} is no n-gram model, or a damaged one; make one with 'assay lm train'.";
        return cause is null ? new InputException(sentence) : new InputException(sentence, cause);
    }
}
