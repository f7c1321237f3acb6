#!/usr/bin/env python3
"""Judges a model without any of the program's own arithmetic.

Greys each photo, has `autochrome-cli colorize` colour it, and computes the metrics of `evaluate`
with NumPy and OpenCV from the published formulas. Prints their means as one JSON object.

usage: independent_evaluation.py CLI FOLDER SCRATCH
"""
import json
import pathlib
import subprocess
import sys

import cv2
import numpy as np

# sRGB to XYZ (IEC 61966-2-1); the white is D65.
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375],
                [0.2126729, 0.7151522, 0.0721750],
                [0.0193339, 0.1191920, 0.9503041]])
WHITE = XYZ.sum(1)


def linear(encoded):
    return np.where(encoded <= 0.04045, encoded / 12.92, ((encoded + 0.055) / 1.055) ** 2.4)


def encoded(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def lab_of(rgb):
    """CIE Lab (CIE 15) of sRGB in [0, 1]."""
    ratio = linear(rgb) @ XYZ.T / WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]),
                     200 * (f[..., 1] - f[..., 2])], -1)


def rgb_of(lab):
    """sRGB in [0, 1] of CIE Lab, clipped."""
    middle = (lab[..., 0] + 16) / 116
    f = np.stack([middle + lab[..., 1] / 500, middle, middle - lab[..., 2] / 200], -1)
    ratio = np.where(f > 6 / 29, f ** 3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    return encoded(ratio * WHITE @ np.linalg.inv(XYZ).T)


def ciede2000(one, two):
    """Sharma, Wu and Dalal 2005."""
    chroma = (np.hypot(one[..., 1], one[..., 2]) + np.hypot(two[..., 1], two[..., 2])) / 2
    stretch = 1 + 0.5 * (1 - np.sqrt(chroma ** 7 / (chroma ** 7 + 25.0 ** 7)))
    a1, a2 = one[..., 1] * stretch, two[..., 1] * stretch
    c1, c2 = np.hypot(a1, one[..., 2]), np.hypot(a2, two[..., 2])
    h1 = np.degrees(np.arctan2(one[..., 2], a1)) % 360
    h2 = np.degrees(np.arctan2(two[..., 2], a2)) % 360
    grey = c1 * c2 == 0
    turn = (h2 - h1 + 180) % 360 - 180
    turn = np.where((h2 - h1) % 360 == 180, np.where(h2 > h1, 180, -180), turn)
    turn = np.where(grey, 0, turn)
    lightness, chroma = two[..., 0] - one[..., 0], c2 - c1
    hue = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn / 2))
    mean_l, mean_c = (one[..., 0] + two[..., 0]) / 2, (c1 + c2) / 2
    apart = np.abs(h1 - h2) > 180
    mean_h = np.where(grey, h1 + h2,
                      np.where(apart, (h1 + h2 + np.where(h1 + h2 < 360, 360, -360)) / 2,
                               (h1 + h2) / 2))
    cos = lambda degrees: np.cos(np.radians(degrees))
    t = (1 - 0.17 * cos(mean_h - 30) + 0.24 * cos(2 * mean_h) + 0.32 * cos(3 * mean_h + 6)
         - 0.20 * cos(4 * mean_h - 63))
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / np.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = (-2 * np.sqrt(mean_c ** 7 / (mean_c ** 7 + 25.0 ** 7))
                * np.sin(np.radians(60 * np.exp(-((mean_h - 275) / 25) ** 2))))
    return np.sqrt((lightness / s_l) ** 2 + (chroma / s_c) ** 2 + (hue / s_h) ** 2
                   + rotation * chroma / s_c * hue / s_h)


def colourfulness(rgb):
    """Hasler and Suesstrunk 2003."""
    r, g, b = np.moveaxis(255 * rgb, -1, 0)
    rg, yb = r - g, (r + g) / 2 - b
    return (np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))


def psnr(one, two, peak):
    return 10 * np.log10(peak ** 2 / np.mean((one - two) ** 2))


def ssim(one, two):
    """Wang et al. 2004 of 8-bit RGB, mean of the channels."""
    one, two = (np.rint(255 * rgb) for rgb in (one, two))
    blur = lambda picture: cv2.GaussianBlur(picture, (11, 11), 1.5)
    mean1, mean2 = blur(one), blur(two)
    variance1, variance2 = blur(one * one) - mean1 ** 2, blur(two * two) - mean2 ** 2
    covariance = blur(one * two) - mean1 * mean2
    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return np.mean((2 * mean1 * mean2 + c1) * (2 * covariance + c2)
                   / ((mean1 ** 2 + mean2 ** 2 + c1) * (variance1 + variance2 + c2)))


def main():
    program, folder, scratch = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    greys, results = scratch / 'greys', scratch / 'results'
    greys.mkdir(parents=True)
    results.mkdir()
    truths = {}
    for path in sorted(folder.glob('*.png')):
        rgb = cv2.imread(str(path))[..., ::-1] / 255.0
        truths[path.stem] = lab_of(rgb)
        light = linear(rgb) @ XYZ[1] / WHITE[1]
        cv2.imwrite(str(greys / path.name), np.rint(65535 * encoded(light)).astype(np.uint16))
    subprocess.run([program, 'colorize', *map(str, sorted(greys.iterdir())), '--output',
                    str(results), '--device', 'cpu'], check=True, stdout=subprocess.DEVNULL)

    rows, made_chroma, true_chroma = [], [], []
    for path in sorted(results.iterdir()):
        name = next(name for name in truths if path.name.startswith(name))
        truth = truths[name]
        result = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        assert result.dtype == np.uint16
        # The result keeps L*: what is judged is its colour on the truth's L*.
        result = np.concatenate([truth[..., :1], lab_of(result[..., ::-1] / 65535.0)[..., 1:]], -1)
        grey = truth * [1, 0, 0]
        true_rgb, result_rgb, grey_rgb = rgb_of(truth), rgb_of(result), rgb_of(grey)
        ab_psnr = psnr(result[..., 1:], truth[..., 1:], 255)
        rows.append({
            'abPsnr': ab_psnr,
            'abGain': ab_psnr - psnr(grey[..., 1:], truth[..., 1:], 255),
            'psnr': psnr(255 * result_rgb, 255 * true_rgb, 255),
            'greyPsnr': psnr(255 * grey_rgb, 255 * true_rgb, 255),
            'ssim': ssim(result_rgb, true_rgb),
            'ciede2000': ciede2000(truth, result).mean(),
            'greyCiede2000': ciede2000(truth, grey).mean(),
            'colourfulness': colourfulness(result_rgb),
            'trueColourfulness': colourfulness(true_rgb)})
        made_chroma.append(np.hypot(result[..., 1], result[..., 2]).mean())
        true_chroma.append(np.hypot(truth[..., 1], truth[..., 2]).mean())

    mean = {key: float(np.mean([row[key] for row in rows])) for key in rows[0]}
    mean['ciede2000OverGrey'] = mean['ciede2000'] / mean.pop('greyCiede2000')
    mean['colourfulnessRatio'] = mean['colourfulness'] / mean.pop('trueColourfulness')
    mean['chromaCorrelation'] = float(np.corrcoef(made_chroma, true_chroma)[0, 1])
    print(json.dumps(mean))


main()
