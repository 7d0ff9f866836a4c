// CTerminal: the C that a terminal needs and Swift cannot say well.
//
// In:    file descriptors of a terminal, the text of a prompt.
// Out:   one edited line as UTF-8, the terminal's width, what ended a wait.
// Never: keep a history, read a configuration file, write anywhere but the terminal. Signal handlers call
//        only functions that POSIX allows there.

#ifndef WENGU_CTERMINAL_H
#define WENGU_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/// What ended a wait for input.
typedef enum {
  /// Input is there, or its end.
  WENGU_READY,
  /// The learner pressed Ctrl-C.
  WENGU_INTERRUPTED,
  /// The process goes on after it was stopped.
  WENGU_RESUMED,
  /// The terminal has another size.
  WENGU_RESIZED,
  /// The descriptor cannot be waited for.
  WENGU_FAILED,
} wengu_wakeup;

/// What ended the reading of a line.
typedef enum {
  /// Enter.
  WENGU_LINE,
  /// Ctrl-D on an empty line, or the terminal is gone.
  WENGU_END,
  /// Ctrl-C.
  WENGU_STOPPED,
} wengu_line_end;

/// A line editor on a terminal.
typedef struct wengu_editor wengu_editor;

/// Makes the C library read and write UTF-8, whatever the locale; false where it has no such locale.
bool wengu_use_utf8(void);

/// Whether a descriptor is a terminal.
bool wengu_is_terminal(int descriptor);

/// A terminal's width in columns; 0 where it does not say.
int wengu_terminal_width(int descriptor);

/// Takes over the signals that stop or end the process.
///
/// Ctrl-C is from then on only noted, for `wengu_wait` to tell; whatever else ends or stops the process
/// first gives the terminal back as it was. Call it once, before the first line is read.
///
/// \param descriptor the terminal whose mode is to be given back, or -1 for none.
void wengu_guard_terminal(int descriptor);

/// Waits until a descriptor can be read or a signal is to be told.
wengu_wakeup wengu_wait(int descriptor);

/// Writes bytes, all of them; 0, or the system's error number.
int wengu_write(int descriptor, const void *bytes, size_t count);

/// Reads what is there, waiting until something is; the number of bytes, 0 at the end or on a failure.
size_t wengu_read(int descriptor, void *bytes, size_t room);

/// Opens libedit on a terminal; null where that is not possible.
///
/// \param input the descriptor to read from.
/// \param output the descriptor to write to.
wengu_editor *wengu_editor_open(int input, int output);

/// Closes an editor and gives the terminal back as it was.
void wengu_editor_close(wengu_editor *editor);

/// Reads one line.
///
/// \param prompt UTF-8.
/// \param line receives, for WENGU_LINE, the line without its end, to be given to
///   wengu_line_free; else null.
wengu_line_end wengu_editor_read(wengu_editor *editor, const char *prompt, char **line);

/// Frees a line that was read; null is no line.
void wengu_line_free(char *line);

#endif
