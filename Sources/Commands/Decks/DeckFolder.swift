import Foundation

/// The deck files that paths stand for: a file for itself, a folder for all `.md` files in it and below.
///
/// - Throws: `FileFailure.missing` where nothing stands at a path, `CommandFailure.noDeckIn` for a folder
///   without decks.
func deckPaths(for paths: [String]) throws -> [String] {
  var result: [String] = []
  for path in paths {
    switch fileKind(at: path) {
    case nil: throw FileFailure.missing(path: path)
    case .folder?:
      let found = deckFiles(in: path)
      guard !found.isEmpty else { throw CommandFailure.noDeckIn(folder: path) }
      result += found
    case .file?, .other?: result.append(path)
    }
  }
  return result
}

/// The `.md` files in a folder and below, or in the folder alone; none where it cannot be read.
///
/// Names that begin with a dot and links to folders are left out; files come in the order of their names.
func deckFiles(in folder: String, withSubfolders: Bool = true) -> [String] {
  deckFiles(in: folder, depth: withSubfolders ? 0 : deepestFolder - 1)
}

private let deepestFolder = 16

private func deckFiles(in folder: String, depth: Int) -> [String] {
  guard depth < deepestFolder,
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
  else { return [] }
  var result: [String] = []
  for name in names.sorted() where !name.hasPrefix(".") {
    let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
    switch fileKind(at: path) {
    case .file? where name.lowercased().hasSuffix(".md"): result.append(path)
    case .folder? where !isLink(path): result += deckFiles(in: path, depth: depth + 1)
    case .file?, .folder?, .other?, nil: break
    }
  }
  return result
}

/// Whether a path lies in a folder or below.
func isPath(_ path: String, below folder: String) -> Bool {
  path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
}

/// Whether a link stands at a path.
func isLink(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
}

/// The `.txt` files in the current folder, in the order of their names.
func textFiles() -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: ".")) ?? []
  return names.filter { !$0.hasPrefix(".") && $0.lowercased().hasSuffix(".txt") && fileKind(at: $0) == .file }
    .sorted()
}
