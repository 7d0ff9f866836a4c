/// Appends a whole number's decimal digits.
package func appendDecimal(of value: Int64, to bytes: inout [UInt8]) {
  withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
    var start = digits.endIndex
    var rest = value.magnitude
    repeat {
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    if value < 0 {
      start -= 1
      digits[start] = UInt8(ascii: "-")
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
  }
}

/// Appends the shortest digits that read back as the same number; nothing where it is not finite.
///
/// A whole number has no `.0`, and zero no sign.
package func appendShortest(of value: Double, to bytes: inout [UInt8]) {
  guard value.isFinite else { return }
  if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
    appendDecimal(of: whole, to: &bytes)
  } else {
    var digits = value.description
    digits.withUTF8 { bytes.append(contentsOf: $0) }
  }
}
