import Language

/// Rows as columns by display width; a row of one cell stands by itself, the last cell is never filled up.
///
/// - Parameters:
///   - rows: the cells, each fit to be shown.
///   - right: the columns whose cells stand at the right.
/// - Returns: a line for each row.
func alignedColumns(_ rows: [[String]], atRight right: Set<Int>) -> [String] {
  var widths: [Int] = []
  for row in rows where row.count > 1 {
    for (index, cell) in row.enumerated() {
      if index == widths.count { widths.append(0) }
      widths[index] = max(widths[index], displayWidth(of: cell))
    }
  }
  return rows.map { row in
    guard row.count > 1 else { return row.joined() }
    let cells = zip(row, widths).enumerated().map { index, cell in
      let filling = String(repeating: " ", count: cell.1 - displayWidth(of: cell.0))
      return right.contains(index) ? filling + cell.0 : index + 1 < row.count ? cell.0 + filling : cell.0
    }
    return cells.joined(separator: "  ")
  }
}
