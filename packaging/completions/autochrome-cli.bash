# bash completion for autochrome-cli

_autochrome_cli_models() {
    autochrome-cli models 2>/dev/null | sed -n 's/  (default)$//; /^[^ ]/p'
}

_autochrome_cli() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command='' word options=''
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
        batch | models)
            command=$word
            ;;
        add | run | status | report | pause | resume | cancel | retry | move | priority | clear | \
            export | verify | remove | default | rollback)
            if [[ $command == batch || $command == models ]]; then
                command="$command $word"
                break
            fi
            ;;
        colorize | evaluate | info | shards | survey | train)
            command=$word
            break
            ;;
        esac
    done
    COMPREPLY=()
    compopt +o nospace 2>/dev/null

    case $previous in
    -d | --device)
        mapfile -t COMPREPLY < <(compgen -W 'auto cpu cuda:0' -- "$current")
        return
        ;;
    -s | --size)
        mapfile -t COMPREPLY < <(compgen -W 'auto 256 320 384 448 512' -- "$current")
        return
        ;;
    -f | --format)
        mapfile -t COMPREPLY < <(compgen -W 'jpeg png tiff webp bmp' -- "$current")
        return
        ;;
    --overwrite)
        mapfile -t COMPREPLY < <(compgen -W 'skip replace rename' -- "$current")
        return
        ;;
    --type)
        mapfile -t COMPREPLY < <(compgen -W 'jpeg png tiff webp bmp' -- "$current")
        return
        ;;
    --state)
        mapfile -t COMPREPLY < <(compgen -W 'waiting running paused done failed skipped cancelled' -- "$current")
        return
        ;;
    --for)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        return
        ;;
    --effort)
        mapfile -t COMPREPLY < <(compgen -W 'fast normal best' -- "$current")
        return
        ;;
    --split)
        mapfile -t COMPREPLY < <(compgen -W 'hash folder' -- "$current")
        return
        ;;
    --preset)
        mapfile -t COMPREPLY < <(compgen -W 'house paper fine-tune' -- "$current")
        return
        ;;
    --network)
        mapfile -t COMPREPLY < <(compgen -W 'efficientnet_b0-unet efficientnet_b0-noskip plain_cnn-unet plain_cnn-noskip' -- "$current")
        return
        ;;
    --precision)
        mapfile -t COMPREPLY < <(compgen -W 'mixed fp32' -- "$current")
        return
        ;;
    -m | --model)
        mapfile -t COMPREPLY < <(
            compgen -W "$(_autochrome_cli_models)" -- "$current"
            compgen -f -X '!*.safetensors' -- "$current"
            compgen -d -S / -- "$current"
        )
        return
        ;;
    --strength | --short-side | --temperature | --limit | --faces | -q | --quality | --name | --note | --side | --per-file | --threads | --workers | --minutes | --steps | \
        --epochs | --seed | --batch | --crop | --late-batch | --late-crop | --late-from | --accumulate | --aged | \
        --cross-entropy | --regression | --photo-error | --vividness | --lambda | --encoder-rate | --decoder-rate | --validation-photos | --checkpoint-minutes | \
        --validate-minutes | --smallest | --largest | --shard | --title | --priority | --readers | \
        --writers | --memory | --stall-after | --every | --job | --before | --share)
        return
        ;;
    esac

    case $command in
    batch) options='add run status report pause resume cancel retry move priority clear -h --help' ;;
    'batch add')
        options='-o --output --list --mirror --name -m --model -s --size --effort --strength
            --keep-tint -f --format -q --quality --overwrite --keep-times --watch --flat --type
            --smallest --largest --shard --coloured --again --own-recipes --title --priority --queue -h --help'
        ;;
    'batch run')
        options='-d --device --readers --writers --memory --stall-after --watch --every --json
            --quiet --queue -h --help'
        ;;
    'batch status') options='--batch --jobs --state --json --queue -h --help' ;;
    'batch report') options='-o --output --queue -h --help' ;;
    'batch move') options='--job --first --last --before --queue -h --help' ;;
    'batch priority') options='--batch --queue -h --help' ;;
    'batch clear') options='--all --queue -h --help' ;;
    'batch '*) options='--job --queue -h --help' ;;
    colorize)
        options='-o --output -m --model -d --device -s --size --effort --strength --keep-tint
            -f --format
            -q --quality --overwrite --keep-times -r --recursive --json -h --help'
        ;;
    evaluate)
        options='-m --model -d --device -o --output --short-side -s --size --effort --temperature --strength
            --others --categories --limit --faces --json --progress -h --help'
        ;;
    shards) options='-o --output --side --per-file --workers -h --help' ;;
    survey) options='--split --share -o --output --workers --json -h --help' ;;
    info) options='--json -h --help' ;;
    models) options='add export verify remove default rollback --encoders --json -h --help' ;;
    'models add') options='--name -h --help' ;;
    'models '*)
        options='-h --help'
        [[ $command == *default ]] && options='--for --clear -h --help'
        if [[ $current != -* && $command != *rollback ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$(_autochrome_cli_models)" -- "$current")
            [[ ${#COMPREPLY[@]} -gt 0 ]] && return
        fi
        ;;
    train)
        options='--data --val --encoder --from --out --name --preset --settings --resume --estimate --json --device --threads
            --workers --note --checkpoint-minutes --validate-minutes --minutes --steps --epochs --seed --batch
            --crop --late-batch --late-crop --late-from --accumulate --aged --network
            --cross-entropy --regression --photo-error --vividness --precision --lambda --encoder-rate --decoder-rate --validation-photos -h --help'
        ;;
    *) options='batch colorize evaluate info models shards survey train -h --help --version' ;;
    esac
    if [[ $current == -* || -z $command || $command == models || $command == batch ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    else
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}

complete -F _autochrome_cli autochrome-cli
