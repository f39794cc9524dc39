# Completes assay in fish: the command itself says which words can follow; fish adds file names.
function __assay_complete
    set -l words (commandline -opc)
    set -l line (string join ' ' -- $words[2..-1] (commandline -ct))
    command $words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
end
complete -c assay -a '(__assay_complete)'
