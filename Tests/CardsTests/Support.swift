import Foundation

/// The text of a file in `Fixtures`.
func fixture(_ name: String, file: String = #filePath) throws -> String {
  let folder = file.split(separator: "/").dropLast().joined(separator: "/")
  return try String(decoding: bytes(of: "/\(folder)/Fixtures/\(name)"), as: UTF8.self)
}

private func bytes(of path: String) throws -> [UInt8] {
  let data = try Data(contentsOf: URL(fileURLWithPath: path))
  return Array(data)
}
