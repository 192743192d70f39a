# What is wrong with zone data (server/zone), told to whoever wrote it: the rest of a line that begins with file and
# line. A text says what is wrong, its remedy what to write instead; where the remedy depends on what was written, it
# is a text of its own. Texts without a remedy are parts of others, and fit in wherever those are asked for.

zone-error = { $message } — { $remedy }
zone-warning = warning: { $message } — { $remedy }

## Where it is wrong: who or what the sentence is about

zone-this-file = this file
zone-this-item = this item
zone-item-of = an item of { $name }
zone-key-of = the key `{ $key }` of { $name }
zone-value-of = `{ $key }` of { $name }

## Words between

zone-and = { $one } and { $other }
zone-or = { $one } or { $other }
zone-a-list = a list
zone-a-group = a group of keys

## What to do, where it depends on what was written

zone-did-you-mean = did you mean `{ $meant }`?
zone-use-one-of = use one of { $names }
zone-use-id-from = use an id from { $file }
zone-take-out = take it out
zone-leave-time-zone-out = leave it out: the zone's own holds
zone-name-earlier-field = name a field that is asked before this one
zone-name-own-field = name one of this form
zone-write-blank = write `{ $blank }`

## What belongs there: fits after "write" and "with"

zone-wanted-text = a text
zone-wanted-texts = a text in each language (`nl`, `fr`, `en`, `de`)
zone-wanted-pattern = a text that fits `{ $pattern }`
zone-wanted-truth = `true` or `false`
zone-wanted-whole-number = a whole number
zone-wanted-between = a whole number from { $least } to { $most }
zone-wanted-number = a number
zone-wanted-date = a date like `2026-05-01`
zone-wanted-hours = hours like `08:30-12:00`, `13:00-24:00` or, across midnight, `22:00-06:00`
zone-wanted-one-of = one of { $words }
zone-wanted-list = a list
zone-wanted-keys = keys with their values
zone-wanted-keys-of = the keys of { $noun }: { $keys }
zone-wanted-id = a word of small letters, digits, `_` and `-` that begins with a letter
zone-wanted-postcode = a Belgian postcode of four digits
zone-wanted-colour = a colour like `#1d4f91`
zone-wanted-origin = an origin without a path, like `https://www.example.be`
zone-wanted-address = a web address that begins with `https://`
zone-wanted-capitals = two to six capitals
zone-wanted-login = small letters, digits, dots and dashes
zone-wanted-language = the code of a language in two or three letters, like `nl`

## What zone data is made of: fits after "of" and before "needs"

zone-noun-profile = a profile
zone-noun-demo = `demo`
zone-noun-links = a set of links
zone-noun-staffing = `staffing`
zone-noun-limits = `limits`
zone-noun-retention = `retention`
zone-noun-checked-every = `checked_every_days`
zone-noun-colour = a colour
zone-noun-number = a number
zone-noun-team = a team
zone-noun-hours = `hours`
zone-noun-dated-hours = an exception
zone-noun-map = this file
zone-noun-cluster = a cluster
zone-noun-neighbourhood = a neighbourhood
zone-noun-street-range = a street
zone-noun-holiday = a holiday
zone-noun-door = a door
zone-noun-topic = a topic
zone-noun-emergency-card = the emergency card
zone-noun-rights = this file
zone-noun-after-filing = this file
zone-noun-outcome = an outcome
zone-noun-transfer-reason = a transfer reason
zone-noun-canned-text = a canned text
zone-noun-demo-agent = a demo agent
zone-noun-follow-up = a follow-up
zone-noun-heading = an answer
zone-noun-answer-link = a link
zone-noun-form = a form
zone-noun-section = a section
zone-noun-option = an option
zone-noun-text-field = a text field
zone-noun-long-text-field = a long text field
zone-noun-choice-field = a choice field
zone-noun-yes-no-field = a yes or no field
zone-noun-date-field = a date field
zone-noun-moment-field = a moment field
zone-noun-street-field = a street field
zone-noun-amount-field = an amount field
zone-noun-phone-field = a phone field
zone-noun-email-field = an email field
zone-noun-serial-field = a serial number field
zone-noun-national-number-field = a national number field

## Files

zone-no-zone = there is no zone in `{ $folder }`
    .remedy = name a folder that has a `zone.yaml`
zone-file-missing = the file is missing
    .remedy = add it; the demo zone has one to copy from
zone-file-closed = the file cannot be opened: { $why }
    .remedy = look at who may read it
zone-file-forbidden = the desk may not read it
zone-file-nowhere = it leads to nothing
zone-file-stray = nothing reads this file
zone-answer-stray = this is no name for an answer
    .remedy = use `<topic>.<language>.md`, with { $languages }
zone-file-empty = there is nothing in it
    .remedy = fill it in, or copy it from the demo zone
zone-not-utf-8 = a character here is not UTF-8
    .remedy = save the file as UTF-8 in your editor

## YAML, front matter, tables

zone-not-yaml = this is not YAML: { $why }
    .remedy = check the indentation here and on the line above; a text that contains `: `, ` #` or begins with `{ "{" }`, `[`, `*` or `&` needs quotes
zone-yaml-colon = a colon cannot stand at this place
zone-yaml-open-quote = a text between quotes has no end
zone-yaml-open-list = in a list, a comma or the `]` at its end is missing
zone-yaml-open-group = in a group, a comma or the `{ "}" }` at its end is missing
zone-yaml-beginning = a text without quotes cannot begin like this
zone-yaml-tab = a tab stands here instead of spaces
zone-yaml-no-dash = a line that begins with `-` belongs here
zone-yaml-no-key = a line like `key: value` belongs here
zone-yaml-no-colon = there is no `:` after a key
zone-yaml-star = a text without quotes begins with `*`
zone-yaml-control-characters = this is not YAML: there are control characters in it
    .remedy = take these characters out
zone-no-front-matter = the front matter is missing
    .remedy = begin with a line `---`, then `checked_on: …`, then a line `---`
zone-front-matter-empty = the front matter has no keys
    .remedy = write lines like `checked_on: 2026-05-01`
zone-no-column = there is no column `{ $name }`
zone-columns-missing = the column { $lacking } is missing
    .remedy = begin with a line that names the columns { $columns }
zone-no-table = this is no table: the cells cannot be told apart
    .remedy = look at the quotes
zone-too-many-cells = there are { $cells } cells under { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }
    .remedy = put a text that contains a comma between double quotes

## Keys and values

zone-is = { $name } is { $found }
    .remedy = write { $wanted }
zone-empty = { $name } is empty
    .remedy = write { $wanted }, or leave the key out if it may be
zone-no-day = { $name } is `{ $written }`, a day that does not exist
    .remedy = look at the month and the day again
zone-too-long = { $name } is { $count } characters long
    .remedy = use at most { $most }
zone-too-few = { $name } has { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
    .remedy = list at least { $least }
zone-too-many = { $name } has { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
    .remedy = list at most { $most }
zone-lacks = { $name } lacks { $keys }
    .remedy = add { $lines }
zone-unknown-key = `{ $key }` is not a key of { $noun }
zone-needs = { $noun } needs `{ $key }`
    .remedy = add `{ $key }:` with { $wanted }
zone-untagged = { $name } needs `{ $key }`
    .remedy = add `{ $key }:` with { $wanted }
zone-no-tag = there is no { $key } `{ $value }`
zone-key-no-word = a key must be a word
    .remedy = write `key: value`
zone-key-twice = `{ $key }` stands here twice, first on line { $line }
    .remedy = keep one of them
zone-second = there is a second `{ $value }`
    .remedy = give each a { $key } of its own

## What is named and does not exist

zone-no-topic = there is no topic `{ $name }`
zone-no-team = there is no team `{ $name }`
zone-no-skill = there is no skill `{ $name }`
zone-no-number = there is no number `{ $name }`
zone-no-door = there is no door `{ $name }`
zone-no-form = there is no form `{ $name }`
zone-no-cluster = there is no cluster `{ $name }`
zone-no-neighbourhood = there is no neighbourhood `{ $name }`
zone-no-municipality = { $name } is not in the zone
    .remedy = write it as in `municipalities` of zone.yaml, or add it there
zone-no-time-zone = there is no time zone `{ $name }`
    .remedy = write one like `Europe/Brussels`
zone-no-colour = `{ $name }` is no colour that a zone may change

## The zone's own settings

zone-cap-below-routine = the hard cap ({ $cap }) is below the routine ({ $routine })
    .remedy = raise the hard cap, or lower the routine
zone-procedure-language = the procedure language `{ $language }` is not among the languages
    .remedy = add `{ $language }`
zone-contrast = { $ink } on { $ground }: the contrast is { NUMBER($ratio, minimumFractionDigits: 2, maximumFractionDigits: 2) } in the { $theme } theme
    .remedy = choose a colour that reaches { NUMBER($least, minimumFractionDigits: 1) }

## Topics, teams, numbers

zone-half-online-form = `{ $topic }` says two things about the online form
    .remedy = write both the channel `online_form` and its address, `online_form:`, or neither
zone-not-taken = `{ $team }` does not take `{ $topic }`
    .remedy = add it to the topics of `{ $team }` in teams.yaml, or name another team
zone-recording-without-video = calls about `{ $topic }` may be recorded, but `video` is not among its channels
    .remedy = add `video` to the channels, or leave `recording` out
zone-form-of-another = the form `{ $form }` is for `{ $its_topic }`
    .remedy = write `topic: { $topic }` in forms/{ $form }.yaml, or name another form here
zone-sensitive-form = `{ $topic }` is sensitive and has a form
    .remedy = take the form out: a person asks, not a form
zone-no-teams = there is no team
    .remedy = add one, with `topics: all`
zone-central-team = the first team takes what nobody else takes, but not everything
    .remedy = write `topics: all`, or put the central team first
zone-no-page = `{ $number }` has no page
    .remedy = add `web:` with its address
zone-no-digits = `{ $number }` has a value without digits
    .remedy = write the number that is dialled
zone-outdated = { $number } is out of date: { $why }
    .remedy = write { $instead }
zone-outdated-card-stop = Card Stop changed its number

## Hours

zone-hours-begin-early = `{ $span }` on { $day } begins before the hours before it have ended
    .remedy = write hours that do not overlap; what runs past midnight belongs to the day it begins on
zone-hours-overlap = `{ $span }` overlaps the hours before it
    .remedy = write hours that do not overlap
zone-second-exception = { $day } has a second exception
    .remedy = write one, with all hours of that day

## Streets

zone-street-twice = house numbers of { $street } lie in `{ $one }` and in `{ $other }`
    .remedy = write house numbers (`first`, `last`, `side`) that do not overlap
zone-wrong-postcode = `{ $place }` has the postcode { $right }, not { $wrong }
    .remedy = mend the postcode, or name another neighbourhood
zone-backwards = the house numbers run from { $first } down to { $last }
    .remedy = swap `first` and `last`

## Answers

zone-long-answer = the answer has { $count } characters
    .remedy = use at most { $most }
zone-answer-lacks = the answer lacks { $languages }
    .remedy = write { $files }
zone-answered-twice = `{ $asks }` is answered twice for `{ $topic }`
    .remedy = take it out of one of them
zone-blank = nothing fills `{ $blank }`
zone-number-written-out = the number { $number } is written out
    .remedy = add it to numbers.yaml, and write its id in curly brackets
zone-markup = `{ $mark }` would be shown as it stands
    .remedy = write plain text; lists begin with `1.` or `-`
zone-long-sentence = a sentence of { $count } words: “{ $begins } …”
    .remedy = make two of it; { $most } words are the most

## Forms

zone-form-name = the form calls itself `{ $form }`
    .remedy = name the file { $form }.yaml, or mend the id
zone-second-field = there is a second field `{ $field }`
    .remedy = give each field an id of its own
zone-no-earlier-field = no earlier field is called `{ $field }`
zone-never = `{ $field }` is yes or no, never `{ $value }`
    .remedy = write `true` or `false`
zone-no-option = `{ $field }` has no option `{ $option }`
zone-no-choice = `{ $field }` is neither a choice nor a yes or no
    .remedy = let it depend on a field that is
zone-no-line-field = no field of one line is called `{ $field }`
zone-empty-word = there is nothing between two commas
    .remedy = take one of them out
zone-no-earlier-moment = `{ $field }` is no date or moment that is asked before this one
    .remedy = name one that is, or take `not_before` out
zone-option-twice = `{ $field }` has two options `{ $option }`
    .remedy = keep one of them

## What is due

zone-no-answer = `{ $topic }` has no answer: the bot hands it to a person
    .remedy = write answers/{ $topic }.nl.md and the other languages, if it can be answered
zone-checked-ahead = { $day } has not come yet
    .remedy = write the day on which it was checked
zone-checked-long-ago = last checked on { $day }
    .remedy = look whether it is still true, and write today's date
zone-no-holidays = there are no holidays for { $year }
    .remedy = add them, or every team is open as usual
