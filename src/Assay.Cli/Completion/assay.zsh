#compdef assay
# Completes assay in zsh. The words come from the command itself.
_assay() {
    local current=$PREFIX typed program=${(Q)words[1]}
    local -a suggestions matching
    [[ $program == "~/"* ]] && program=$HOME/${program[3,-1]}

    # What follows the command's name up to the cursor; "--option=value" is asked for as "--option value".
    if [[ $current == --*=* ]]; then
        typed="${(j: :)words[2,CURRENT-1]} ${current/=/ }"
        compset -P '*='
        current=$PREFIX
    else
        typed="${(j: :)words[2,CURRENT-1]} $current"
    fi
    typed=${typed# }

    suggestions=("${(@f)$("$program" "[suggest:${#typed}]" "$typed" 2>/dev/null)}")
    for suggestion in $suggestions; do
        # Options only where one was begun, so that an empty word offers files.
        [[ $suggestion == [-/]* && $current != -* ]] && continue
        [[ $suggestion == "$current"* ]] && matching+=("$suggestion")
    done
    if (( $#matching )); then
        compadd -- $matching
    else
        _files
    fi
}
if [[ ${funcstack[1]} == _assay ]]; then
    _assay "$@"
else
    compdef _assay assay
fi
