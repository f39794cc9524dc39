# Completes assay in bash: the command itself says which words can follow.
_assay_complete() {
    local current=${COMP_WORDS[COMP_CWORD]} line=${COMP_LINE:0:COMP_POINT} program=${COMP_WORDS[0]} suggestion
    [[ $program == "~/"* ]] && program=$HOME/${program:2}
    # What follows the command's name.
    line=${line#*"${COMP_WORDS[0]}"}
    # bash splits words at "=", and replaces only what follows it.
    [[ $current == = ]] && current=

    COMPREPLY=()
    while IFS= read -r suggestion; do
        [[ $suggestion == "$current"* ]] && COMPREPLY+=("$suggestion")
    done < <("$program" "[suggest:${#line}]" "$line" 2>/dev/null)
}
# Where the command has no word to offer, bash completes file names.
complete -o default -F _assay_complete assay
