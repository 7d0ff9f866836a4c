#!/bin/sh
# A sample generator for `wengu compile --generator`: of each key point with one answer it makes a gap in the
# sentence, as `compile` itself would. Lines of JSON come in and go out; awk copies texts as they are escaped.
LC_ALL=C exec awk '
{
  if (!match($0, /"key_point":[0-9]+/)) next
  number = substr($0, RSTART + 12, RLENGTH - 12)
  if (!match($0, /"answers":\["[^"\\]*"\]/)) next
  answer = substr($0, RSTART + 12, RLENGTH - 14)
  if (!match($0, /"text":"([^"\\]|\\.)*"/)) next
  text = substr($0, RSTART + 8, RLENGTH - 9)
  place = index(text, answer)
  if (!place) next
  gap = substr(text, 1, place - 1) "____" substr(text, place + length(answer))
  printf "{\"kind\":\"cloze\",\"question\":\"%s\",\"answers\":[\"%s\"],\"key_point\":%s}\n", gap, answer, number
}'
