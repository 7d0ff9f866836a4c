/// A small symmetric matrix, stored in full.
struct SymmetricMatrix: Sendable {
  let size: Int
  var values: [Double]

  /// The matrix whose lower triangle, row by row, is given.
  init(lowerTriangle: [Double], size: Int) {
    self.size = size
    values = [Double](repeating: 0, count: size * size)
    var place = 0
    for row in 0..<size {
      for column in 0...row {
        values[row * size + column] = lowerTriangle[place]
        values[column * size + row] = lowerTriangle[place]
        place += 1
      }
    }
  }

  subscript(row: Int, column: Int) -> Double {
    get { values[row * size + column] }
    set { values[row * size + column] = newValue }
  }

  /// The matrix times a vector.
  func times(_ vector: [Double]) -> [Double] {
    (0..<size).map { row in
      var sum = 0.0
      for column in 0..<size { sum += self[row, column] * vector[column] }
      return sum
    }
  }

  /// x with A·x = b in the given rows and columns only, by Cholesky's decomposition.
  ///
  /// Where the matrix is not positive there, its diagonal is raised until it is.
  func solve(_ b: [Double], in rows: [Int]) -> [Double] {
    var ridge = 0.0
    while true {
      if let x = cholesky(b, rows, ridge) { return x }
      ridge = ridge == 0 ? 1e-10 : ridge * 10
      if ridge > 1e10 { return b.map { _ in 0 } }
    }
  }

  private func cholesky(_ b: [Double], _ rows: [Int], _ ridge: Double) -> [Double]? {
    let count = rows.count
    var lower = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      for column in 0...row {
        var sum = self[rows[row], rows[column]]
        if row == column { sum *= 1 + ridge }
        for inner in 0..<column { sum -= lower[row * count + inner] * lower[column * count + inner] }
        if row == column {
          guard sum > 1e-12 else { return nil }
          lower[row * count + row] = sum.squareRoot()
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    var x = b
    for row in 0..<count {
      for inner in 0..<row { x[row] -= lower[row * count + inner] * x[inner] }
      x[row] /= lower[row * count + row]
    }
    for row in stride(from: count - 1, through: 0, by: -1) {
      for inner in (row + 1)..<max(count, row + 1) { x[row] -= lower[inner * count + row] * x[inner] }
      x[row] /= lower[row * count + row]
    }
    return x
  }
}
