// CTerminal: the C that a terminal needs and Swift cannot say well.
//
// In:    file descriptors of a terminal, the text of a prompt, a picture for the whole screen.
// Out:   one edited line as UTF-8, the terminal's size, what ended a wait.
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
/// first gives the terminal back as it was. Call it before the first line is read, and again where another
/// front end takes over.
///
/// \param descriptor the terminal whose mode is to be given back, or -1 for none.
void wengu_guard_terminal(int descriptor);

/// Says what else gives the terminal back: texts to send to it when a stopped process goes on, and before the
/// process stops or ends. They are copied; empty ones for none.
void wengu_guard_screen(const char *hello, const char *goodbye);

/// Sends the text for when a stopped process goes on.
void wengu_screen_greet(int descriptor);

/// Whether a descriptor can be read within a time, in milliseconds.
bool wengu_has_input(int descriptor, int milliseconds);

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

/// How a text on the screen looks, to be combined.
enum {
  WENGU_BOLD = 1,
  WENGU_DIM = 2,
  WENGU_UNDERLINE = 4,
  WENGU_REVERSE = 8,
};

/// Takes the whole screen of a terminal; false where that is not possible, the terminal being as it was.
///
/// There is one screen in a process. What `wengu_guard_terminal` took over gives it back too.
///
/// \param input the descriptor to read from.
/// \param output the descriptor to write to.
/// \param wants_colours whether to use colours where there are some.
bool wengu_screen_open(int input, int output, bool wants_colours);

/// Gives the screen back; does nothing where none is open.
void wengu_screen_close(void);

/// Takes up the terminal's size; the next showing draws everything anew.
void wengu_screen_fit(void);

/// Gives the terminal to another program; `wengu_screen_resume` takes it back.
void wengu_screen_leave(void);

/// Takes the screen again after the process was stopped, or another program had it.
void wengu_screen_resume(void);

/// The screen's columns.
int wengu_screen_columns(void);

/// The screen's rows.
int wengu_screen_rows(void);

/// Begins a new picture with an empty one.
void wengu_screen_erase(void);

/// Puts a text into the picture.
///
/// \param row from 0.
/// \param column from 0.
/// \param text UTF-8 without control characters.
/// \param look a combination of WENGU_BOLD and the like.
/// \param colour 1 to 7 as in ANSI's palette; 0 for the terminal's own.
void wengu_screen_put(int row, int column, const char *text, unsigned look, int colour);

/// Shows the picture with the cursor at a place, or without one where it is negative.
void wengu_screen_show(int row, int column);

#endif
