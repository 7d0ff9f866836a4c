import Language

extension ChildFailure {
  /// What went wrong with a program that was started for `--generator`, and what to do about it.
  func message(of program: String) -> Bilingual {
    let advice = Bilingual(
      zh: "；没有写任何文件，请改好它，或不用 --generator",
      en: "; nothing was written; mend it, or leave out --generator"
    )
    let what = what
    return Bilingual(
      zh: "\(program): \(what.chinese)\(advice.chinese)",
      en: "\(program): \(what.english)\(advice.english)"
    )
  }

  private var what: Bilingual {
    switch self {
    case .notStarted(let code):
      Bilingual(zh: "无法启动（\(systemError(code))）", en: "cannot be started (\(systemError(code)))")
    case .failed(let status, let message):
      Bilingual(
        zh: "以状态 \(status) 结束\(message.isEmpty ? "" : "：\(safe(message))")",
        en: "ended with status \(status)\(message.isEmpty ? "" : ": \(safe(message))")"
      )
    case .killed(let signal):
      Bilingual(zh: "被信号 \(signal) 终止", en: "was ended by signal \(signal)")
    case .tooSlow(let seconds):
      Bilingual(
        zh: "\(seconds) 秒内没有完成，已终止（见 --generator-timeout）",
        en: "was not done in \(seconds) s and was stopped (see --generator-timeout)"
      )
    case .tooMuchOutput(let limit):
      Bilingual(
        zh: "输出超过 \(limit >> 20) MiB，已终止",
        en: "printed more than \(limit >> 20) MiB and was stopped"
      )
    }
  }
}
