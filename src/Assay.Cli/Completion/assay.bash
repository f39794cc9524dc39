# Completes assay in bash. The words come from the command itself.
_assay_complete() {
    local current=${COMP_WORDS[COMP_CWORD]} typed=${COMP_LINE:0:COMP_POINT} program=${COMP_WORDS[0]} last suggestion
    [[ $program == "~/"* ]] && program=$HOME/${program:2}

    # What follows the command's name, without blanks in front; "--option=value" is asked for as "--option value".
    typed=${typed#*"${COMP_WORDS[0]}"}
    typed=${typed#"${typed%%[![:blank:]]*}"}
    last=${typed##*[[:blank:]]}
    [[ $last == --*=* ]] && typed=${typed%"$last"}${last/=/ }
    [[ $current == = ]] && current=

    COMPREPLY=()
    while IFS= read -r suggestion; do
        [[ -n $suggestion && $suggestion == "$current"* ]] || continue
        # Options only where one was begun, so that an empty word offers files.
        [[ $suggestion == [-/]* && $current != -* ]] && continue
        COMPREPLY+=("$suggestion")
    done < <("$program" "[suggest:${#typed}]" "$typed" 2>/dev/null)
}
# Where the command suggests nothing, bash completes file names.
complete -o default -F _assay_complete assay
