using System.Text;
using Assay.Core.Errors;
using Assay.Core.LengthControl;
using Assay.Storage.Calibration;
using Assay.TestSupport;

namespace Assay.Storage.Tests.Calibration;

public sealed class CalibrationFileTests : IDisposable
{
    private const string GamedHeader = "index,generator,std_delta_len,instruction_difficulty,preference\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Difficulties_are_found_by_the_names_of_their_columns()
    {
        string path = _folder.Write("d.csv", "instruction_difficulty,other,instruction\r\n-1.5e-1,x,\"a, \"\"b\"\"\nc\"\r\n\r\n2,y,é😀\r\n");
        InstructionDifficulties difficulties = InstructionDifficultyFile.Read(path);
        Assert.True(difficulties.TryGet("a, \"b\"\nc", out int first, out double difficulty));
        Assert.True(difficulties.TryGet("é😀", out int second, out _));
        Assert.Equal((0, -0.15, 1), (first, difficulty, second));
    }

    [Fact]
    public void Gamed_baselines_keep_the_order_of_the_file()
    {
        string path = _folder.Write("g.csv.gz", TemporaryFolder.Gzip(GamedHeader + "4,verbose,-1.5,0.25,1\n3,concise,0,-2,0\n"));
        Assert.Equal([new GamedBaselineRow(4, -1.5, 0.25, 1), new GamedBaselineRow(3, 0, -2, 0)], GamedBaselineFile.Read(path));
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_column()
    {
        string path = _folder.Write("d.csv", "\uFEFFinstruction,instruction_difficulty\nx,1\n");
        Assert.Equal(1, InstructionDifficultyFile.Read(path).Count);
    }

    [Fact]
    public void A_file_without_a_final_line_break_is_whole()
    {
        string path = _folder.Write("d.csv", "instruction,instruction_difficulty\nx,1\ny,2");
        Assert.Equal(2, InstructionDifficultyFile.Read(path).Count);
    }

    [Theory]
    [InlineData("", " is empty; a CSV file with a header was expected.")]
    [InlineData("instruction,difficulty\n", " has no column \"instruction_difficulty\"; its columns are instruction, difficulty.")]
    [InlineData("instruction,instruction_difficulty\n", " has a header and no rows; it must give every instruction's difficulty.")]
    [InlineData("instruction,instruction_difficulty\na,1\nb,\n", ", row 2, column \"instruction_difficulty\": \"\" is not a finite number; correct the cell.")]
    [InlineData("instruction,instruction_difficulty\na,NaN\n", ", row 1, column \"instruction_difficulty\": \"NaN\" is not a finite number; correct the cell.")]
    [InlineData(
        "instruction,instruction_difficulty\na,1e999\n",
        ", row 1, column \"instruction_difficulty\": \"1e999\" is not a finite number; correct the cell.")]
    [InlineData(
        "instruction,instruction_difficulty\na,\"1,5\"\n",
        ", row 1, column \"instruction_difficulty\": \"1,5\" is not a finite number; correct the cell.")]
    [InlineData("instruction,instruction_difficulty\na\n", ", row 1, column \"instruction_difficulty\": the row has only 1 of 2 cells; complete it.")]
    [InlineData(
        "instruction,instruction_difficulty\na,1\n\"b,2\n",
        ", line 3: a quotation mark is out of place or missing; put the cell in quotation marks and double those in it.")]
    [InlineData(
        "instruction,instruction_difficulty\na\"b,1\n",
        ", line 2: a quotation mark is out of place or missing; put the cell in quotation marks and double those in it.")]
    public void What_is_wrong_with_difficulties_is_said_with_its_place(string text, string expected)
    {
        string path = _folder.Write("d.csv", text);
        Assert.Equal(path + expected, Assert.Throws<InputException>(() => InstructionDifficultyFile.Read(path)).Message);
    }

    [Theory]
    [InlineData(
        "index,generator,std_delta_len,preference\n",
        " has no column \"instruction_difficulty\"; its columns are index, generator, std_delta_len, preference.")]
    [InlineData(GamedHeader, " has a header and no rows; it must hold the gamed baselines.")]
    [InlineData(GamedHeader + "-1,g,0,0,0\n", ", row 1, column \"index\": \"-1\" is not a whole number from 0; correct the cell.")]
    [InlineData(GamedHeader + "0,g,0,0,0.5\n0,g,x,0,0\n", ", row 2, column \"std_delta_len\": \"x\" is not a finite number; correct the cell.")]
    [InlineData(GamedHeader + "0,g,0,Infinity,0\n", ", row 1, column \"instruction_difficulty\": \"Infinity\" is not a finite number; correct the cell.")]
    [InlineData(GamedHeader + "0,g,0,0,1.01\n", ", row 1, column \"preference\": \"1.01\" is outside [0, 1]; correct the cell.")]
    [InlineData(GamedHeader + "0,g,0,0,-0.01\n", ", row 1, column \"preference\": \"-0.01\" is outside [0, 1]; correct the cell.")]
    public void What_is_wrong_with_gamed_baselines_is_said_with_its_place(string text, string expected)
    {
        string path = _folder.Write("g.csv", text);
        Assert.Equal(path + expected, Assert.Throws<InputException>(() => GamedBaselineFile.Read(path)).Message);
    }

    [Fact]
    public void What_a_cell_holds_reaches_a_message_short_and_without_control_characters()
    {
        string path = _folder.Write("d.csv", $"instruction,instruction_difficulty\na,\u001b[2J{new string('x', 100)}\n");
        Assert.Equal(
            $"{path}, row 1, column \"instruction_difficulty\": \"\uFFFD[2J{new string('x', 56)}...\" is not a finite number; correct the cell.",
            Assert.Throws<InputException>(() => InstructionDifficultyFile.Read(path)).Message);
    }

    [Fact]
    public void A_text_that_is_not_utf8_is_said_with_its_place()
    {
        string path = _folder.Write("d.csv", Encoding.Latin1.GetBytes("instruction,instruction_difficulty\ncafé,1\n"));
        Assert.Equal(
            $"{path}, row 1, column \"instruction\": the cell is not valid UTF-8; save the file in UTF-8.",
            Assert.Throws<InputException>(() => InstructionDifficultyFile.Read(path)).Message);
    }

    [Fact]
    public void A_compressed_file_that_was_cut_between_two_rows_is_an_error()
    {
        byte[] whole = TemporaryFolder.Gzip("instruction,instruction_difficulty\na,1\n");
        string path = _folder.Write("d.csv.gz", whole[..^8]);
        Assert.Equal(
            $"{path} is gzip that is damaged or cut short; copy or compress it again.",
            Assert.Throws<InputException>(() => InstructionDifficultyFile.Read(path)).Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Equal(
            $"{_folder.PathOf("no.csv")} does not exist; check the path.",
            Assert.Throws<InputException>(() => GamedBaselineFile.Read(_folder.PathOf("no.csv"))).Message);

    [SharedDataFact("alpaca_eval")]
    public void The_published_difficulties_cover_805_instructions() =>
        Assert.Equal(805, InstructionDifficultyFile.Read(SharedData.Data("alpaca_eval", "instruction_difficulty.csv")).Count);

    [SharedDataFact("alpaca_eval")]
    public void The_published_gamed_baselines_are_1610_rows() =>
        Assert.Equal(1610, GamedBaselineFile.Read(SharedData.Data("alpaca_eval", "gamed_baselines.csv")).Count);

    [SharedDataFact("alpaca_eval")]
    public void The_first_published_gamed_baseline_is_read_to_the_last_digit() =>
        Assert.Equal(
            new GamedBaselineRow(0, -1.0693489112580563, 8.202538335685739e-10, 0.8038506842525682),
            GamedBaselineFile.Read(SharedData.Data("alpaca_eval", "gamed_baselines.csv"))[0]);
}
