extension Unicode.Scalar {
  /// Whether a text of such scalars alone is in NFC, so that it need not be normalised to find out.
  ///
  /// Scalars of combining class 0 with NFC_Quick_Check=Yes, by ranges; many others are so too and are left to the
  /// slow way. Source: Unicode's DerivedNormalizationProps.txt and UAX #15, section 9.
  var isPlainlyNFC: Bool {
    switch value {
    case 0..<0x300, 0x400...0x482, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2190...0x22FF, 0x2460...0x27BF,
      0x3000...0x3029, 0x3030...0x3096, 0x309B...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF01...0xFF5E, 0x2_0000...0x2_A6DF:
      true
    default: false
    }
  }

  /// What NFKC makes of a scalar among others for which this is known too; nil where it is not known.
  ///
  /// Commonest characters only: ASCII, Han characters, the marks and full-width forms of Chinese text.
  var plainNFKC: Unicode.Scalar? {
    switch value {
    case 0..<0x80, 0x3001...0x3002, 0x3008...0x3011, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0x2018...0x2019,
      0x201C...0x201D, 0x2014, 0xC0...0x131:
      self
    case 0x3000: " "
    case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0)
    default: nil
    }
  }
}

/// A text in NFKC where that can be told scalar by scalar; nil where it takes the tables.
func plainNFKC(_ text: String) -> String? {
  var result = String.UnicodeScalarView()
  result.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    guard let plain = scalar.plainNFKC else { return nil }
    result.append(plain)
  }
  return String(result)
}
