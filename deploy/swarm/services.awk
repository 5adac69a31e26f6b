# The services of a stack file, which stand below a line `services:` of its own, at one indentation.
#   awk -f services.awk FILE                  prints their names, in their order
#   awk -v only=NAME -f services.awk FILE     prints the file with that service alone; ends by 1 where it has no such one
# The other services stay as text under keys that Docker passes over, x-before and x-after: what stands there may be named
# (&name) for the one that is left. Ends by 2 where services are written otherwise, as { … }.

/^services:/ {
  if ($0 !~ /^services:[ \t]*(#.*)?$/) { isOther = 1; exit }
  inside = 1
  next
}
/^[^ \t#]/ { inside = 0 }

inside && !depth && /^ +[^ #]/ { match($0, /^ +/); depth = RLENGTH }

inside && depth && substr($0, 1, depth) ~ /^ +$/ && substr($0, depth + 1) ~ /^["']?[A-Za-z0-9._-]+["']?[ \t]*:/ {
  name = substr($0, depth + 1)
  sub(/:.*/, "", name)
  gsub(/["' \t]/, "", name)
  if (only == "") print name
  else {
    part = name == only ? "services" : found ? "x-after" : "x-before"
    if (part != printed) print part ":"
    printed = part
    if (name == only) found = 1
  }
}

only != "" { print }

END { exit isOther ? 2 : (only != "" && !found) }
