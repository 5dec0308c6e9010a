package org.wsproof.conformance.matrix;

import java.util.List;
import org.wsproof.conformance.matrix.Matrix.Column;
import org.wsproof.conformance.model.Case;

/** The matrix as text: a row a case, a column a fault. */
final class MatrixPicture {
    private MatrixPicture() {}

    static String of(Matrix matrix, List<Case> cases) {
        StringBuilder text = new StringBuilder(
                "case × fault   · passes   X fails, and names the fault as its counter-example   x fails too   ! passes, though it names the fault   - not run (heavy, or not drawn)\n");
        List<Column> columns = matrix.columns();
        for (int i = 0; i < columns.size(); i++) {
            text.append(String.format("%3d %s%n", i, columns.get(i).name()));
        }
        text.append(heading(columns.size()));
        for (Case subject : cases) {
            text.append(String.format("%-56s", subject.id()));
            columns.forEach(column ->
                    text.append(' ').append(mark(matrix, column, subject)).append(' '));
            text.append('\n');
        }
        return text.toString();
    }

    private static String heading(int columns) {
        StringBuilder heading = new StringBuilder(" ".repeat(56));
        for (int i = 0; i < columns; i++) {
            heading.append(String.format("%2d ", i));
        }
        return heading.append('\n').toString();
    }

    private static char mark(Matrix matrix, Column column, Case subject) {
        boolean aimed = Matrix.aimedAt(column, subject);
        return matrix.result(column, subject)
                .map(result -> MatrixTest.good(result)
                        ? (aimed && subject.level() != org.wsproof.conformance.model.Level.OBSERVE ? '!' : '·')
                        : aimed ? 'X' : 'x')
                .orElse('-');
    }
}
