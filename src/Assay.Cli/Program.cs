using Assay.Cli;
using Assay.Cli.Terminal;

using Interruption interruption = Interruption.Listen();
return await AssayCommand.RunAsync(args, SystemTerminal.Open(), TimeProvider.System, interruption.Token);
