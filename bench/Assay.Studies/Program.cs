using Assay.Core.Errors;
using Assay.Studies;
using Assay.Studies.Annotators;
using Assay.Studies.Calibration;
using Assay.Studies.Contamination;
using Assay.Studies.People;
using Assay.Studies.Samples;
using Assay.Studies.Sequences;
using Assay.Studies.Validity;
using Assay.Studies.Watermarks;

try
{
    Checkout checkout = Checkout.Above(Directory.GetCurrentDirectory());
    switch (args)
    {
        case ["samples"]:
            SampleCommand.Run(checkout, Console.Error);
            return 0;
        case ["people"]:
            PeopleCommand.Run(checkout, Console.Error);
            return 0;
        case ["contamination"]:
            await ContaminationStudy.RunAsync(checkout, Console.Error);
            return 0;
        case ["calibration"]:
            CalibrationCommand.Run(checkout, Console.Error);
            return 0;
        case ["watermarks"]:
            WatermarkCommand.Run(checkout, texts: 400, Console.Error);
            return 0;
        case ["validity"]:
            ValidityCommand.Run(checkout, ValidityPlan.Published, Console.Error);
            return 0;
        case ["validity", "glance", string replications, .. string[] only] when int.TryParse(replications, out int count) && count > 1:
            ValidityCommand.Glance(checkout, ValidityPlan.Glance(count), string.Join(' ', only), Console.Out);
            return 0;
        case ["sequences"]:
            SequenceCommand.Run(checkout, Console.Error);
            return 0;
        case ["annotators"]:
            AnnotatorCommand.Run(checkout);
            return 0;
        default:
            Console.Error.WriteLine("""
                Give a verb:
                  samples                      write samples/ again
                  people                       write the tables of docs/clustered-errors.md and docs/prediction-powered.md again
                  validity                     write the tables of docs/validity.md again
                  sequences                    write the table of docs/confidence-sequences.md again
                  annotators                   write the table of docs/simulated-annotators.md again
                  calibration                  write the table of docs/calibration-audit.md again
                  contamination                write the tables of docs/contamination.md again
                  watermarks                   write the tables of docs/watermarks.md again
                  validity glance N [TABLE]    print the tables, or those whose name begins so, from N replications
                """);
            return 2;
    }
}
catch (InputException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
