import Language
import LearnerStore
import Reports
import Study

extension LogFailure {
  /// What is wrong with the log at a path and what to do about it.
  func message(at path: String) -> Bilingual {
    switch self {
    case .cell(let line, let column, let text):
      let shown = safe(String(text.prefix(40)))
      return Bilingual(
        zh: "\(safe(path)):\(line): \(column) 列不能是“\(shown)”；请重新导出，不要改动，什么也没有导入",
        en: """
          \(safe(path)):\(line): '\(shown)' cannot stand in column \(column); export the log anew and leave it as it \
          is; nothing was imported
          """
      )
    case .changed(let line):
      return Bilingual(
        zh: "\(safe(path)):\(line): 这一行不是导出时的样子；请重新导出，不要改动，什么也没有导入",
        en: """
          \(safe(path)):\(line): this row is not what was exported; export the log anew and leave it as it is; \
          nothing was imported
          """
      )
    }
  }
}

extension MergeRefusal {
  /// What is wrong with an event of a log at a path and what to do about it.
  func message(at path: String, line: Int?) -> Bilingual {
    let place = safe(path) + (line.map { ":\($0)" } ?? "")
    let name = "\(key.device.text)/\(key.sequence)"
    switch self {
    case .conflict:
      return Bilingual(
        zh: "\(place): 学习记录里已有编号 \(name) 的另一条记录，什么也没有导入；请用 wengu doctor 检查",
        en: """
          \(place): the learner's file holds another event under the key \(name); nothing was imported; check it \
          with 'wengu doctor'
          """
      )
    case .impossible:
      return Bilingual(
        zh: "\(place): 记录 \(name) 的时间或设置超出范围，什么也没有导入；请重新导出",
        en: """
          \(place): event \(name) has a time or a setting out of its range; nothing was imported; export the log \
          anew
          """
      )
    case .misplaced:
      return Bilingual(
        zh: "\(place): 记录 \(name) 早于同一设备的前一条，什么也没有导入；请重新导出",
        en: """
          \(place): event \(name) stands before an earlier one of its device; nothing was imported; export the \
          log anew
          """
      )
    }
  }
}
