public import Study

/// The file that names this machine, outside of any learner's file, so that a copied learner file goes on
/// under another id.
public struct DeviceFile: Sendable, Equatable {
  /// Where the file is.
  public let path: String

  private static let longestText = 65

  /// The device file at a path.
  public init(path: String) {
    self.path = path
  }

  /// This machine's id: the one in the file, or a new one that is written there.
  ///
  /// Of two processes that mint at once both get the same id. A file that holds no id is replaced: a new id
  /// never collides, a wrong one could.
  /// - Parameter random: gives the new id its 80 bits.
  /// - Returns: the id.
  /// - Throws: ``LearnerFileFailure``.
  public func device(using random: inout some RandomNumberGenerator) throws -> DeviceID {
    if let device = try read() { return device }
    let minted = DeviceFile.mint(using: &random)
    guard let device = DeviceID(minted) else { throw LearnerFileFailure.damaged(path: path, detail: minted) }
    try Files.makeFolder(Files.folder(of: path))
    let temporary = Files.temporaryName(for: path, device: minted)
    try Files.createPrivate(temporary, for: path, holding: Array((minted + "\n").utf8))
    if try Files.publish(temporary, as: path) { return device }
    if let other = try read() { return other }
    return try renew(as: device)
  }

  /// Gives this machine a new id, as after a backup was restored.
  ///
  /// - Parameter random: gives the new id its 80 bits.
  /// - Returns: the new id.
  /// - Throws: ``LearnerFileFailure``.
  public func renew(using random: inout some RandomNumberGenerator) throws -> DeviceID {
    let minted = DeviceFile.mint(using: &random)
    guard let device = DeviceID(minted) else { throw LearnerFileFailure.damaged(path: path, detail: minted) }
    try Files.makeFolder(Files.folder(of: path))
    return try renew(as: device)
  }

  private func renew(as device: DeviceID) throws -> DeviceID {
    let temporary = Files.temporaryName(for: path, device: device.text)
    try Files.createPrivate(temporary, for: path, holding: Array((device.text + "\n").utf8))
    try Files.replace(path, with: temporary)
    return device
  }

  /// The id in the file; nil where there is no file, or none in it.
  private func read() throws -> DeviceID? {
    switch try Files.kind(path) {
    case .nothing: return nil
    case .folder, .other: throw LearnerFileFailure.notAFile(path: path)
    case .file: break
    }
    let bytes = try Files.prefix(of: path, count: DeviceFile.longestText + 1)
    let text = bytes.prefix { $0 != UInt8(ascii: "\n") }
    return DeviceID(String(decoding: text, as: UTF8.self))
  }

  private static func mint(using random: inout some RandomNumberGenerator) -> String {
    let digits = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String(
      (0..<16).map { _ in
        let bits: UInt64 = random.next()
        return digits[Int(bits & 31)]
      }
    )
  }
}
