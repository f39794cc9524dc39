#compdef assay
# Completes assay in zsh: the command itself says which words can follow.
_assay() {
    local line="${(j: :)words[2,CURRENT-1]} $PREFIX"
    local -a suggestions
    # Only what follows "=" is replaced in "--option=value".
    compset -P '--*='
    suggestions=(${(f)"$(${(Q)~words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)"})
    if (( $#suggestions )); then
        compadd -- $suggestions
    else
        # Where the command has no word to offer, zsh completes file names.
        _files
    fi
}
if [[ ${funcstack[1]} == _assay ]]; then
    _assay "$@"
else
    compdef _assay assay
fi
