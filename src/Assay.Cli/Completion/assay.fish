# Completes assay in fish: the command itself says which words can follow.
function __assay_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l line (string join ' ' -- $words[2..-1] "$current")
    set -l suggestions (command $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # fish replaces the whole word, so what stands before the value in "--option=value" has to stay.
    set -l before (string match -r -- '^--[^=]*=' "$current"; or echo)
    if test (count $suggestions) -gt 0
        printf '%s\n' $before$suggestions
    else
        # Where the command has no word to offer, fish completes file names.
        __fish_complete_path "$current"
    end
end
complete -c assay -f -a '(__assay_complete)'
