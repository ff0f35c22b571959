import type { CSSProperties, ReactNode } from 'react';
import type { FormCell, FormDocument, FormNode, TextLook } from '../../shared/forms/form-layout';
import { t } from '../ui';
import { dropSpanned, sheetSize, splitSheets } from './paper-sheets';
import './papers.css';

type Margin = readonly [number, number, number, number] | undefined;
type Width = number | '*' | 'auto' | undefined;

function spaced(margin: Margin): CSSProperties {
  if (margin === undefined) return {};
  const [left, top, right, bottom] = margin;
  return { marginLeft: left, marginTop: top, marginRight: right, marginBottom: bottom };
}

function looked({ bold, italics, fontSize, alignment, decoration, color, noWrap }: TextLook): CSSProperties {
  return {
    ...(bold === undefined ? {} : { fontWeight: bold ? 700 : 400 }),
    ...(italics === true ? { fontStyle: 'italic' } : {}),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(alignment === undefined ? {} : { textAlign: alignment }),
    ...(decoration === undefined ? {} : { textDecoration: decoration }),
    ...(color === undefined ? {} : { color }),
    ...(noWrap === true ? { whiteSpace: 'pre' } : {}),
  };
}

function TextBlock({ node }: { readonly node: Extract<FormNode, { text: unknown }> }): ReactNode {
  const { text } = node;
  return (
    <div className="paper-text" style={{ ...looked(node), ...spaced(node.margin) }}>
      {typeof text === 'string'
        ? text
        : text.map((run, index) => (
            <span key={index} style={looked(run)}>
              {run.text}
            </span>
          ))}
    </div>
  );
}

function columnStyle(width: Width): CSSProperties {
  if (typeof width === 'number') return { flex: 'none', width };
  return width === 'auto' ? { flex: 'none' } : { flex: '1 1 0', minWidth: 0 };
}

function Columns({ node }: { readonly node: Extract<FormNode, { columns: unknown }> }): ReactNode {
  return (
    <div className="paper-columns" style={{ columnGap: node.columnGap ?? 0, ...spaced(node.margin) }}>
      {node.columns.map((column, index) => (
        <div key={index} style={columnStyle(column.width)}>
          <PaperNode node={column} />
        </div>
      ))}
    </div>
  );
}

function Cell({ cell, padding }: { readonly cell: FormCell; readonly padding: number }): ReactNode {
  const { colSpan, rowSpan, fillColor } = cell;
  return (
    <td
      {...(colSpan === undefined ? {} : { colSpan })}
      {...(rowSpan === undefined ? {} : { rowSpan })}
      style={{ paddingInline: padding, ...(fillColor === undefined ? {} : { background: fillColor }) }}
    >
      <PaperNode node={cell} />
    </td>
  );
}

function Table({ node }: { readonly node: Extract<FormNode, { table: unknown }> }): ReactNode {
  const { widths, body } = node.table;
  const padding = node.cellPadding ?? 3;
  const style = {
    tableLayout: widths.includes('auto') ? ('auto' as const) : ('fixed' as const),
    ...(node.fontSize === undefined ? {} : { fontSize: node.fontSize }),
  };
  return (
    <div style={spaced(node.margin)}>
      <table className="paper-table" style={style} role="presentation">
        <colgroup>
          {widths.map((width, index) => (
            <col key={index} style={typeof width === 'number' ? { width: width + 2 * padding } : {}} />
          ))}
        </colgroup>
        <tbody>
          {dropSpanned(body).map((row, index) => (
            <tr key={index}>
              {row.map(({ cell, column }) => (
                <Cell key={column} cell={cell} padding={padding} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Symbols stand as marks of their size: only the printed ones can be scanned. */
function PaperNode({ node }: { readonly node: FormNode }): ReactNode {
  if ('barcode' in node) {
    return (
      <div style={{ textAlign: node.alignment ?? 'left' }}>
        <span className="paper-barcode" style={{ height: node.height }} />
      </div>
    );
  }
  if ('qr' in node) {
    return (
      <div style={{ textAlign: node.alignment ?? 'left' }}>
        <span className="paper-qr" style={{ width: node.fit, height: node.fit }} />
      </div>
    );
  }
  if ('pageBreak' in node) return null;
  if ('columns' in node) return <Columns node={node} />;
  if ('table' in node) return <Table node={node} />;
  if ('text' in node) return <TextBlock node={node} />;
  return (
    <div style={spaced(node.margin)}>
      {node.stack.map((part, index) => (
        <PaperNode key={index} node={part} />
      ))}
    </div>
  );
}

/**
 * A paper as it will be printed, drawn from the very layout its PDF was made from. Not the engine's own PDF viewer: that is a
 * plug-in with print and save buttons of its own, by which a paper would leave without being recorded.
 */
export function PaperPicture({ document }: { readonly document: FormDocument }): ReactNode {
  const { width, height } = sheetSize(document);
  const [left, top, right, bottom] = document.margins;
  const sheet = {
    ...{ width, minHeight: height, fontSize: document.fontSize },
    ...{ paddingLeft: left, paddingTop: top, paddingRight: right, paddingBottom: bottom },
  };
  return (
    <div className="paper-sheets" role="document" aria-label={t('printing.paper.previewAlt')} tabIndex={0}>
      {splitSheets(document.content).map((nodes, index) => (
        <div key={index} className="paper-sheet" style={sheet}>
          {document.watermark !== null && <span className="paper-watermark">{document.watermark}</span>}
          {nodes.map((node, at) => (
            <PaperNode key={at} node={node} />
          ))}
        </div>
      ))}
    </div>
  );
}
