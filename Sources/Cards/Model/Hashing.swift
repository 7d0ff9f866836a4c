/// Parts the fields of a text that is hashed; no line of a deck can hold it by accident.
let fieldSeparator = "\u{1F}"
/// Parts the items of one field of a text that is hashed.
let itemSeparator = "\u{1E}"
