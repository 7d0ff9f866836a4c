import Language

/// Breaks a text of several roles into rows.
///
/// - Parameters:
///   - runs: the text; it passes `safe`, and a line feed in it begins a new row.
///   - width: columns, at least 1.
///   - indent: the margin of every row but the first.
/// - Returns: the rows, at least one.
func wrapped(_ runs: [Run], width: Int, indent: Int = 0) -> [Row] {
  var characters: [Character] = []
  var roles: [Role] = []
  var rows: [Row] = []
  func endLine() {
    let indent = min(indent, max(0, width - 4))
    for range in brokenLines(of: characters, width: width, indent: indent) {
      let row = joined(characters[range], roles[range])
      rows.append(rows.isEmpty ? row : row.indented(by: indent))
    }
    characters = []
    roles = []
  }
  for run in runs {
    for character in safe(run.text, keepingNewlines: true) {
      if character == "\n" {
        endLine()
      } else {
        characters.append(character)
        roles.append(run.role)
      }
    }
  }
  endLine()
  return rows
}

/// The runs of characters that each have a role.
private func joined(_ characters: ArraySlice<Character>, _ roles: ArraySlice<Role>) -> Row {
  var row: Row = []
  for (character, role) in zip(characters, roles) {
    if row.last?.role == role {
      row[row.count - 1].text.append(character)
    } else {
      row.append(Run(String(character), role))
    }
  }
  return row
}
