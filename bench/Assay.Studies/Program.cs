using Assay.Core.Errors;
using Assay.Studies;
using Assay.Studies.Samples;

try
{
    Checkout checkout = Checkout.Above(Directory.GetCurrentDirectory());
    switch (args)
    {
        case ["samples"]:
            SampleCommand.Run(checkout, Console.Error);
            return 0;
        default:
            Console.Error.WriteLine("Give a verb: samples writes samples/ again.");
            return 2;
    }
}
catch (InputException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
