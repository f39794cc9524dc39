# Completes assay in fish. The words come from the command itself; fish adds file names.
function __assay_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l typed (string join ' ' -- $words[2..-1] "$current")
    for suggestion in (command $words[1] "[suggest:"(string length -- "$typed")"]" "$typed" 2>/dev/null)
        # Options only where one was begun, so that an empty word offers files.
        string match -qr '^[-/]' -- $suggestion; and not string match -q -- '-*' "$current"; and continue
        test (string sub -l (string length -- "$current") -- $suggestion) = "$current"; and echo $suggestion
    end
end
complete -c assay -a '(__assay_complete)'
