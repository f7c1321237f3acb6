#!/usr/bin/env python3
"""Draws the losses of several runs (losses.csv) as SVG.

usage: curves.py COLUMN OUT.svg NAME=losses.csv...
"""
import csv
import sys

WIDTH, HEIGHT, MARGIN = 720, 360, 48
COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000']
DASHES = ['', '7 3', '2 3', '9 3 2 3', '4 4', '1 2', '12 4']
SMOOTHING = 0.95


def curve(path, column):
    """Samples and smoothed losses."""
    points, mean, weight = [], 0.0, 0.0
    with open(path, newline='') as table:
        for row in csv.DictReader(table):
            mean = SMOOTHING * mean + (1 - SMOOTHING) * float(row[column])
            weight = SMOOTHING * weight + (1 - SMOOTHING)
            points.append((int(row['samples']), mean / weight))
    return points


def main():
    column, out, *runs = sys.argv[1:]
    curves = [(name, curve(path, column)) for name, path in (run.split('=', 1) for run in runs)]
    most = max(points[-1][0] for _, points in curves)
    # The first steps, where all curves fall from the same height, would flatten the rest.
    shown = [(name, [p for p in points if p[0] > most / 20]) for name, points in curves]
    low = min(value for _, points in shown for _, value in points)
    high = max(value for _, points in shown for _, value in points)

    def place(samples, value):
        x = MARGIN + samples / most * (WIDTH - 2 * MARGIN)
        y = MARGIN / 2 + (high - value) / (high - low) * (HEIGHT - 1.5 * MARGIN)
        return f'{x:.1f},{y:.1f}'

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
             'font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for i in range(5):
        value = low + (high - low) * i / 4
        x, y = place(0, value).split(',')
        lines.append(f'<path d="M{x} {y}H{WIDTH - MARGIN}" stroke="#ddd"/>'
                     f'<text x="4" y="{float(y) + 4}">{value:.3g}</text>')
        samples = most * i // 4
        x, y = place(samples, low).split(',')
        lines.append(f'<text x="{x}" y="{float(y) + 18}" text-anchor="middle">{samples}</text>')
    lines.append(f'<text x="{WIDTH / 2}" y="{HEIGHT - 4}" text-anchor="middle">samples</text>')
    for i, (name, points) in enumerate(shown):
        path = ' '.join(place(*point) for point in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{COLOURS[i]}" '
                     f'stroke-width="2" stroke-dasharray="{DASHES[i]}"/>')
        y = MARGIN / 2 + 16 * (i + 1)
        lines.append(f'<path d="M{WIDTH - 230} {y - 4}h28" stroke="{COLOURS[i]}" stroke-width="2" '
                     f'stroke-dasharray="{DASHES[i]}"/><text x="{WIDTH - 196}" y="{y}">{name}</text>')
    lines.append('</svg>')
    with open(out, 'w') as file:
        file.write('\n'.join(lines) + '\n')


main()
