<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>FigureExport</name>
    <message>
        <source>“%1” cannot be written: %2</source>
        <translation>„%1“ kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” cannot be written: a figure is saved as .png or .svg.</source>
        <translation>„%1“ kann nicht geschrieben werden: Eine Abbildung wird als .png oder .svg gespeichert.</translation>
    </message>
</context>
<context>
    <name>FigurePainter</name>
    <message>
        <source>Colours at L* = 50</source>
        <translation>Farben bei L* = 50</translation>
    </message>
    <message>
        <source>How often each colour occurs</source>
        <translation>Wie oft jede Farbe vorkommt</translation>
    </message>
    <message>
        <source>Weight at λ = %1</source>
        <translation>Gewicht bei λ = %1</translation>
    </message>
    <message>
        <source>%1 bins of %2 units. Empty frames: colours of another L*.</source>
        <translation>%1 Felder zu %2 Einheiten. Leere Rahmen: Farben bei anderem L*.</translation>
    </message>
    <message>
        <source>No photos were counted yet.</source>
        <translation>Noch wurden keine Fotos gezählt.</translation>
    </message>
    <message>
        <source>Share of all pixels. Crossed out: in no photo.</source>
        <translation>Anteil aller Pixel. Durchgestrichen: in keinem Foto.</translation>
    </message>
    <message>
        <source>What a pixel counts in training: 1 on average.</source>
        <translation>Was ein Pixel im Training zählt: im Mittel 1.</translation>
    </message>
    <message>
        <source>a* %1, b* %2</source>
        <translation>a* %1, b* %2</translation>
    </message>
    <message>
        <source>Probability %1 (log₁₀ %2)</source>
        <translation>Wahrscheinlichkeit %1 (log₁₀ %2)</translation>
    </message>
    <message>
        <source>In no photo</source>
        <translation>In keinem Foto</translation>
    </message>
    <message>
        <source>Weight %1</source>
        <translation>Gewicht %1</translation>
    </message>
    <message>
        <source>log₁₀ p</source>
        <translation>log₁₀ p</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>JobState</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Colouring</source>
        <translation>Wird koloriert</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
</context>
<context>
    <name>LossFile</name>
    <message>
        <source>There is no “%1”.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” cannot be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” is not a table of a training&apos;s steps.</source>
        <translation>„%1“ ist keine Tabelle der Schritte eines Trainings.</translation>
    </message>
</context>
<context>
    <name>RecipeCommand</name>
    <message>
        <source>strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>tint of the scan</source>
        <translation>Tönung des Scans</translation>
    </message>
    <message>
        <source>network size</source>
        <translation>Netzgröße</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>Sorgfalt</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>ResultPicture</name>
    <message>
        <source>“%1” cannot be shown as the result of “%2”: their sizes differ.</source>
        <translation>„%1“ kann nicht als Ergebnis von „%2“ gezeigt werden: Ihre Größen sind verschieden.</translation>
    </message>
</context>
<context>
    <name>autochrome::AboutDialog</name>
    <message>
        <source>About Autochrome</source>
        <translation>Über Autochrome</translation>
    </message>
    <message>
        <source>Gives old photographs plausible colour, on your own computer. Nothing leaves it, and no original is ever changed.</source>
        <translation>Gibt alten Fotografien glaubhafte Farben, auf Ihrem eigenen Rechner. Nichts verlässt ihn, und kein Original wird je verändert.</translation>
    </message>
    <message>
        <source>Free software under the &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License&lt;/a&gt;, version 3 or later (GPL-3.0-or-later). It comes with absolutely no warranty.</source>
        <translation>Freie Software unter der &lt;a href=&quot;https://www.gnu.org/licenses/gpl-3.0.html&quot;&gt;GNU General Public License&lt;/a&gt;, Version 3 oder später (GPL-3.0-or-later). Es besteht keinerlei Gewährleistung.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Rechnet auf</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Built with</source>
        <translation>Gebaut mit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>autochrome::ActionFinder</name>
    <message>
        <source>Find an action</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Tippen Sie, was Sie tun möchten</translation>
    </message>
    <message>
        <source>Name of an action</source>
        <translation>Name eines Befehls</translation>
    </message>
    <message>
        <source>Actions that match</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1, Taste %2</translation>
    </message>
</context>
<context>
    <name>autochrome::Actions</name>
    <message>
        <source>&amp;Open photos…</source>
        <translation>Fotos ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>Liste &amp;leeren</translation>
    </message>
    <message>
        <source>Forget the photos opened last</source>
        <translation>Die zuletzt geöffneten Fotos vergessen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save the coloured photo as a new file</source>
        <translation>Das farbige Foto als neue Datei speichern</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;Close photo</source>
        <translation>Foto s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>&amp;Colourise again</source>
        <translation>&amp;Neu einfärben</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop what is being done to the photo</source>
        <translation>Anhalten, was gerade mit dem Foto geschieht</translation>
    </message>
    <message>
        <source>&amp;Stronger colour</source>
        <translation>&amp;Stärkere Farben</translation>
    </message>
    <message>
        <source>&amp;Weaker colour</source>
        <translation>S&amp;chwächere Farben</translation>
    </message>
    <message>
        <source>&amp;Keep the scan&apos;s tint</source>
        <translation>&amp;Tönung des Scans behalten</translation>
    </message>
    <message>
        <source>&amp;Reset all adjustments</source>
        <translation>Alles &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Split</source>
        <translation>&amp;Geteilt</translation>
    </message>
    <message>
        <source>Si&amp;de by side</source>
        <translation>&amp;Nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Flip</source>
        <translation>Im &amp;Wechsel</translation>
    </message>
    <message>
        <source>Show &amp;before</source>
        <translation>&amp;Vorher zeigen</translation>
    </message>
    <message>
        <source>Show the photo without its new colours, as long as the key is held</source>
        <translation>Das Foto ohne die neuen Farben zeigen, solange die Taste gedrückt ist</translation>
    </message>
    <message>
        <source>Fit to &amp;window</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>&amp;Original size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>One pixel of the photo on one pixel of the screen</source>
        <translation>Ein Pixel des Fotos auf einem Pixel des Bildschirms</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ve&amp;rgrößern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Nä&amp;chstes Foto</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Vor&amp;iges Foto</translation>
    </message>
    <message>
        <source>&amp;Adjustments panel</source>
        <translation>Einstellungs&amp;leiste</translation>
    </message>
    <message>
        <source>Fu&amp;ll screen</source>
        <translation>Voll&amp;bild</translation>
    </message>
    <message>
        <source>&amp;Find an action…</source>
        <translation>Befehl &amp;suchen …</translation>
    </message>
    <message>
        <source>&amp;About Autochrome</source>
        <translation>Ü&amp;ber Autochrome</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Photo</source>
        <translation>&amp;Foto</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Show the &amp;queue</source>
        <translation>&amp;Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Colourise many photos, one after the other</source>
        <translation>Viele Fotos nacheinander kolorieren</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>&amp;Add photos to the queue…</source>
        <translation>Fotos &amp;einreihen…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>&amp;Start the queue</source>
        <translation>Warteschlange &amp;starten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop after &amp;these</source>
        <translation>Nach &amp;diesen anhalten</translation>
    </message>
    <message>
        <source>End what is on its way and begin nothing more</source>
        <translation>Beenden, was unterwegs ist, und nichts mehr beginnen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop at &amp;once</source>
        <translation>S&amp;ofort anhalten</translation>
    </message>
    <message>
        <source>What is being worked on waits again</source>
        <translation>Was in Arbeit ist, wartet wieder</translation>
    </message>
    <message>
        <source>&amp;Hold these photos back</source>
        <translation>Diese Fotos &amp;zurückhalten</translation>
    </message>
    <message>
        <source>&amp;Let these photos go on</source>
        <translation>Diese Fotos &amp;fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Cancel these photos</source>
        <translation>Diese Fotos &amp;abbrechen</translation>
    </message>
    <message>
        <source>Tr&amp;y these photos again</source>
        <translation>Diese Fotos noch ein&amp;mal</translation>
    </message>
    <message>
        <source>Move to the &amp;front</source>
        <translation>&amp;Ganz nach vorn</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;vorn</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>Nach &amp;hinten</translation>
    </message>
    <message>
        <source>Move to the &amp;end</source>
        <translation>Ga&amp;nz nach hinten</translation>
    </message>
    <message>
        <source>Try all failed ones a&amp;gain</source>
        <translation>Alle gescheiterten noch e&amp;inmal</translation>
    </message>
    <message>
        <source>&amp;Report…</source>
        <translation>&amp;Bericht…</translation>
    </message>
    <message>
        <source>Write what became of a batch into a folder: pages, tables, PREMIS, checksums</source>
        <translation>In einen Ordner schreiben, was aus einem Stapel wurde: Seite, Tabelle, PREMIS, Prüfsummen</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Clear what has e&amp;nded</source>
        <translation>Er&amp;ledigtes vergessen</translation>
    </message>
    <message>
        <source>Forget batches whose photos have all ended; files stay</source>
        <translation>Stapel vergessen, deren Fotos alle erledigt sind; Dateien bleiben</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
</context>
<context>
    <name>autochrome::AdjustPanel</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>autochrome::BatchPanel</name>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Jeder Zustand</translation>
    </message>
    <message>
        <source>Search by name or folder</source>
        <translation>Nach Name oder Ordner suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Photos in the queue</source>
        <translation>Fotos in der Warteschlange</translation>
    </message>
    <message>
        <source>Drop photos or folders here, or choose “Add photos to the queue…”.</source>
        <translation>Fotos oder Ordner hier ablegen, oder „Fotos einreihen…“ wählen.</translation>
    </message>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
    </message>
    <message>
        <source>All batches</source>
        <translation>Alle Stapel</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and name of a batch</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation> (angehalten)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 ausgelassen</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 zurückgehalten</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>ending what is on its way</source>
        <translation>was unterwegs ist, wird beendet</translation>
    </message>
    <message>
        <source>another program is working on it</source>
        <translation>ein anderes Programm arbeitet daran</translation>
    </message>
    <message>
        <source>The queue has stopped, its other photos wait: %1</source>
        <translation>Die Warteschlange hält an, ihre anderen Fotos warten: %1</translation>
    </message>
    <message>
        <source>The queue has stopped</source>
        <translation>Die Warteschlange hält an</translation>
    </message>
    <message>
        <source>%1 done, %2 left out, %3 failed</source>
        <translation>%1 fertig, %2 ausgelassen, %3 gescheitert</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>Die Warteschlange ist fertig</translation>
    </message>
    <message>
        <source> (watches its folder)</source>
        <translation> (beobachtet seinen Ordner)</translation>
    </message>
    <message>
        <source>Show source and result</source>
        <translation>Quelle und Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Copy what it says</source>
        <translation>Meldung kopieren</translation>
    </message>
</context>
<context>
    <name>autochrome::ColourFigures</name>
    <message>
        <source>Lambda (λ)</source>
        <translation>Lambda (λ)</translation>
    </message>
    <message>
        <source>1 counts every pixel alike; towards 0, rare colours count more and more. Double click: back to %1.</source>
        <translation>Bei 1 zählt jedes Pixel gleich; gegen 0 zählen seltene Farben immer mehr. Doppelklick: zurück auf %1.</translation>
    </message>
</context>
<context>
    <name>autochrome::ColourSection</name>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much colour is laid over the photo. 0 is grey, 1 is what the model proposes.</source>
        <translation>Wie viel Farbe über das Foto gelegt wird. 0 ist grau, 1 ist der Vorschlag des Modells.</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>Low: calm colours, the mean of what is possible. High: the likeliest colour.</source>
        <translation>Niedrig: ruhige Farben, das Mittel des Möglichen. Hoch: die wahrscheinlichste Farbe.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Only the photo&apos;s luminance counts; sepia or yellowed paper disappears.</source>
        <translation>Nur die Helligkeit des Fotos zählt; Sepia oder vergilbtes Papier verschwindet.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The new colours are added to the scan&apos;s own tint.</source>
        <translation>Die neuen Farben kommen zur Tönung des Scans hinzu.</translation>
    </message>
    <message>
        <source>Tint of the scan: remove</source>
        <translation>Tönung des Scans: entfernen</translation>
    </message>
    <message>
        <source>Tint of the scan: keep</source>
        <translation>Tönung des Scans: behalten</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message>
        <source>Short side of the photo as the network sees it. Small: bold, whole areas. Large: finer areas, slower.</source>
        <translation>Kurze Seite des Fotos, wie das Netz es sieht. Klein: kräftige, ganze Flächen. Groß: feinere Flächen, langsamer.</translation>
    </message>
    <message>
        <source>Network size</source>
        <translation>Netzgröße</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Sorgfalt</translation>
    </message>
    <message>
        <source>Best: the network looks four times, mirrored and at two sizes; calmer, and it takes four times as long.</source>
        <translation>Beste: Das Netz schaut viermal hin, auch gespiegelt und in zwei Größen; ruhiger, und es dauert viermal so lang.</translation>
    </message>
    <message>
        <source>Tint of the scan</source>
        <translation>Tönung des Scans</translation>
    </message>
</context>
<context>
    <name>autochrome::CurveLegend</name>
    <message>
        <source>Shows or hides this curve.</source>
        <translation>Zeigt oder verbirgt diese Kurve.</translation>
    </message>
</context>
<context>
    <name>autochrome::EmptyState</name>
    <message>
        <source>Open photos…</source>
        <translation>Fotos öffnen …</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Drop old photographs here: they are coloured on this computer, and your files stay as they are.</source>
        <translation>Ziehen Sie alte Fotografien hierher: Sie werden auf diesem Rechner farbig, und Ihre Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>autochrome::ExportDialog</name>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>„%1“ exportieren</translation>
    </message>
    <message>
        <source>Metadata that will be written</source>
        <translation>Metadaten, die geschrieben werden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Metadata that will be written</source>
        <translation>&amp;Metadaten, die geschrieben werden</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Keep both, under a new name</source>
        <translation>Beide behalten, unter neuem Namen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>Gibt es schon</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>Farbtiefe</translation>
    </message>
    <message>
        <source>8 bit per channel, as the source</source>
        <translation>8 Bit je Kanal, wie die Quelle</translation>
    </message>
    <message>
        <source>16 bit per channel, as the source</source>
        <translation>16 Bit je Kanal, wie die Quelle</translation>
    </message>
    <message>
        <source>8 bit per channel: %1 holds no more, the source has 16 bit</source>
        <translation>8 Bit je Kanal: Mehr fasst %1 nicht, die Quelle hat 16 Bit</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>%1 files (*.%2)</source>
        <translation>%1-Dateien (*.%2)</translation>
    </message>
    <message>
        <source>The file needs a name.</source>
        <translation>Die Datei braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is an original. Originals are never overwritten; choose another name.</source>
        <translation>„%1“ ist ein Original. Originale werden nie überschrieben; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The folder “%1” does not exist.</source>
        <translation>Den Ordner „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be written to.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>autochrome::ExportJob</name>
    <message>
        <source>Saving “%1”…</source>
        <translation>„%1“ wird gespeichert …</translation>
    </message>
</context>
<context>
    <name>autochrome::FigureView</name>
    <message>
        <source>Save the figure…</source>
        <translation>Abbildung speichern…</translation>
    </message>
    <message>
        <source>Save the figure</source>
        <translation>Abbildung speichern</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg)</source>
        <translation>Bild (*.png);;Zeichnung (*.svg)</translation>
    </message>
</context>
<context>
    <name>autochrome::FilmStrip</name>
    <message>
        <source>Open photos</source>
        <translation>Geöffnete Fotos</translation>
    </message>
    <message>
        <source>coloured</source>
        <translation>farbig</translation>
    </message>
    <message>
        <source>not coloured yet</source>
        <translation>noch nicht farbig</translation>
    </message>
    <message>
        <source>Close “%1”</source>
        <translation>„%1“ schließen</translation>
    </message>
</context>
<context>
    <name>autochrome::FoldSection</name>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufgeklappt</translation>
    </message>
</context>
<context>
    <name>autochrome::JobTableModel</name>
    <message>
        <source>%1 s</source>
        <comment>seconds of work</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>autochrome::LossChart</name>
    <message>
        <source>Photos seen (thousands)</source>
        <translation>Gesehene Fotos (Tausend)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Gain (dB)</source>
        <translation>Gewinn (dB)</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Regression</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>The curves appear with the first step.</source>
        <translation>Die Kurven erscheinen mit dem ersten Schritt.</translation>
    </message>
    <message>
        <source>Curves of the training</source>
        <translation>Kurven des Trainings</translation>
    </message>
    <message>
        <source>After %1 photos: loss %2, cross entropy %3, regression %4, learning rate %5.</source>
        <translation>Nach %1 Fotos: Verlust %2, Kreuzentropie %3, Regression %4, Lernrate %5.</translation>
    </message>
    <message>
        <source>Gain in the last validation: %1 dB.</source>
        <translation>Gewinn bei der letzten Validierung: %1 dB.</translation>
    </message>
</context>
<context>
    <name>autochrome::MainWindow</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
    <message>
        <source>There are no photos in the folder “%1”.</source>
        <translation>Im Ordner „%1“ sind keine Fotos.</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Photos (*.jpg *.jpeg *.jpe *.png *.tif *.tiff *.webp *.bmp);;All files (*)</source>
        <translation>Fotos (*.jpg *.jpeg *.jpe *.png *.tif *.tiff *.webp *.bmp);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Colouring “%1” was stopped.</source>
        <translation>Das Einfärben von „%1“ wurde angehalten.</translation>
    </message>
    <message>
        <source>Colourise</source>
        <translation>Einfärben</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>The report is in “%1”.</source>
        <translation>Der Bericht ist in „%1“.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Photos that wait in the queue: %1</source>
        <translation>Fotos, die in der Warteschlange warten: %1</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Warteschlange zeigen</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Choose a batch to report on first.</source>
        <translation>Wählen Sie zuerst den Stapel, von dem berichtet werden soll.</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>The queue is not done</source>
        <translation>Die Warteschlange ist nicht fertig</translation>
    </message>
    <message>
        <source>The queue is being worked on. Stop it and quit?</source>
        <translation>An der Warteschlange wird gearbeitet. Anhalten und beenden?</translation>
    </message>
    <message>
        <source>Photos that are not done wait for the next time.</source>
        <translation>Fotos, die nicht fertig sind, warten bis zum nächsten Mal.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>%1 photos are open. Many are done best by the queue.</source>
        <translation>%1 Fotos sind offen. Viele erledigt am besten die Warteschlange.</translation>
    </message>
    <message>
        <source>Add to the queue…</source>
        <translation>Einreihen…</translation>
    </message>
</context>
<context>
    <name>autochrome::MessageStrip</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>1 of %1</source>
        <translation>1 von %1</translation>
    </message>
</context>
<context>
    <name>autochrome::MetadataTable</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Written by Autochrome</source>
        <translation>Von Autochrome geschrieben</translation>
    </message>
    <message>
        <source>Carried over from the source</source>
        <translation>Aus der Quelle übernommen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>field name, then &quot;new&quot; or &quot;changed&quot;</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoDocument</name>
    <message>
        <source>Reading “%1”…</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message>
        <source>Colouring “%1”…</source>
        <translation>„%1“ wird eingefärbt …</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoStage</name>
    <message>
        <source>Photo, before and after</source>
        <translation>Foto, vorher und nachher</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoView</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>The photo before and after colouring. Plus and minus zoom, arrow keys move the photo, backslash held down shows it as it was.</source>
        <translation>Das Foto vor und nach dem Einfärben. Plus und Minus ändern die Vergrößerung, Pfeiltasten verschieben das Foto, ein gedrückter Rückstrich zeigt es, wie es war.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
</context>
<context>
    <name>autochrome::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The best one found</source>
        <translation>Das beste gefundene</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Another language is spoken from the next start on.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>Runs &amp;on</source>
        <translation>&amp;Rechnet auf</translation>
    </message>
    <message>
        <source>&amp;Colours of the window</source>
        <translation>&amp;Farben des Fensters</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>autochrome::ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stops what is being done to the photo</source>
        <translation>Hält an, was gerade mit dem Foto geschieht</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>autochrome::QueueDialog</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation>&amp;Qualität</translation>
    </message>
    <message>
        <source>Folders &amp;inside folders too</source>
        <translation>Auch Ordner &amp;in Ordnern</translation>
    </message>
    <message>
        <source>Leave out photos that have &amp;colours already</source>
        <translation>Fotos auslassen, die schon Far&amp;ben haben</translation>
    </message>
    <message>
        <source>Leave out what was &amp;done before</source>
        <translation>A&amp;uslassen, was früher schon erledigt wurde</translation>
    </message>
    <message>
        <source>A recipe &amp;beside a photo goes before these choices</source>
        <translation>Ein Re&amp;zept neben einem Foto geht vor</translation>
    </message>
    <message>
        <source>&amp;Watch the folder: add photos that come later</source>
        <translation>Or&amp;dner beobachten: Fotos einreihen, die später kommen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Einreihen</translation>
    </message>
    <message>
        <source>Add and &amp;start</source>
        <translation>Einreihen und &amp;starten</translation>
    </message>
    <message>
        <source>Add to the queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Beside each photo</source>
        <translation>Neben jedes Foto</translation>
    </message>
    <message>
        <source>All into one folder</source>
        <translation>Alle in einen Ordner</translation>
    </message>
    <message>
        <source>Into a folder, with the folders they are in</source>
        <translation>In einen Ordner, samt den Ordnern, in denen sie sind</translation>
    </message>
    <message>
        <source>Keep both, under a new name</source>
        <translation>Beide behalten, unter neuem Namen</translation>
    </message>
    <message>
        <source>Leave the photo out</source>
        <translation>Das Foto auslassen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>As the photo, but lossless</source>
        <translation>Wie das Foto, aber verlustfrei</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>As for the photo that is open</source>
        <translation>Wie für das offene Foto</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source> kB</source>
        <translation> kB</translation>
    </message>
    <message>
        <source>of any size</source>
        <translation>jeder Größe</translation>
    </message>
    <message>
        <source>{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; a / makes folders</source>
        <translation>{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; ein / macht Ordner</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>F&amp;otos</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>E&amp;rgebnisse</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>If there is one alread&amp;y</source>
        <translation>&amp;Wenn es das schon gibt</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht…</translation>
    </message>
    <message>
        <source>There are no photos of this kind.</source>
        <translation>Es gibt keine Fotos dieser Art.</translation>
    </message>
    <message>
        <source>One photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>%1 Fotos</translation>
    </message>
    <message>
        <source>Choose a folder for the results.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>for example “%1”</source>
        <translation>zum Beispiel „%1“</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>autochrome::SourceSection</name>
    <message>
        <source>The file carries no metadata.</source>
        <translation>Die Datei enthält keine Metadaten.</translation>
    </message>
    <message>
        <source>Metadata of the source</source>
        <translation>Metadaten der Quelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>RGB with transparency</source>
        <translation>RGB mit Transparenz</translation>
    </message>
    <message>
        <source>RGB</source>
        <translation>RGB</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>%1 bit, %2</source>
        <translation>%1 Bit, %2</translation>
    </message>
    <message>
        <source>Colour profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>%1 per inch</source>
        <translation>%1 je Zoll</translation>
    </message>
    <message>
        <source>%1 per cm</source>
        <translation>%1 je cm</translation>
    </message>
    <message>
        <source>This file is itself a result of Autochrome, coloured with “%1”.</source>
        <translation>Diese Datei ist selbst ein Ergebnis von Autochrome, eingefärbt mit „%1“.</translation>
    </message>
</context>
<context>
    <name>autochrome::SplitHandle</name>
    <message>
        <source>Divider between before and after</source>
        <translation>Trennlinie zwischen Vorher und Nachher</translation>
    </message>
    <message>
        <source>Left and right arrow keys move it, a double click centres it.</source>
        <translation>Die Pfeiltasten nach links und rechts verschieben sie, ein Doppelklick stellt sie in die Mitte.</translation>
    </message>
</context>
<context>
    <name>autochrome::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds that colouring took</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>luminance kept (max %1 L*)</source>
        <translation>Helligkeit erhalten (max. %1 L*)</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>%1 × %2, %3 bit</source>
        <translation>%1 × %2, %3 Bit</translation>
    </message>
    <message>
        <source>result “%1”</source>
        <translation>Ergebnis „%1“</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 cannot hold transparency; “%2” was laid on white.</source>
        <translation>%1 kennt keine Transparenz; „%2“ wurde auf Weiß gelegt.</translation>
    </message>
    <message>
        <source>CPU (%1 threads)</source>
        <translation>CPU (%1 Threads)</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Colourising</source>
        <translation>Einfärben</translation>
    </message>
    <message>
        <source>Hardly any of the training photos can be used: they are damaged, too small or without colour.</source>
        <translation>Kaum eines der Trainingsfotos ist brauchbar: Sie sind beschädigt, zu klein oder ohne Farbe.</translation>
    </message>
    <message>
        <source>Measuring colours</source>
        <translation>Farben werden gemessen</translation>
    </message>
    <message>
        <source>No batch was requested.</source>
        <translation>Es wurde kein Stapel angefordert.</translation>
    </message>
    <message>
        <source>No model was found. Put a model file into “%1”.</source>
        <translation>Es wurde kein Modell gefunden. Legen Sie eine Modelldatei in „%1“.</translation>
    </message>
    <message>
        <source>None of the training photos can be used: they are damaged, too small or without colour.</source>
        <translation>Keines der Trainingsfotos ist brauchbar: Sie sind beschädigt, zu klein oder ohne Farbe.</translation>
    </message>
    <message>
        <source>Not enough memory on %1 at %2 pixels; tried less.</source>
        <translation>Auf %1 reichte der Speicher für %2 Pixel nicht; es wurde mit weniger versucht.</translation>
    </message>
    <message>
        <source>Only the XMP of “%1” can be read; its Exif cannot, as the file is a BigTIFF.</source>
        <translation>Von „%1“ ist nur XMP lesbar, Exif nicht, da die Datei ein BigTIFF ist.</translation>
    </message>
    <message>
        <source>Reading “%1”</source>
        <translation>„%1“ wird gelesen</translation>
    </message>
    <message>
        <source>Reading “%1” was cancelled.</source>
        <translation>Das Lesen von „%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be opened.</source>
        <translation>Das Archiv „%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The archive “%1” cannot be read.</source>
        <translation>Das Archiv „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The archive “%1” is damaged.</source>
        <translation>Das Archiv „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The checkpoint in “%1” belongs to other training data.</source>
        <translation>Der Zwischenstand in „%1“ gehört zu anderen Trainingsdaten.</translation>
    </message>
    <message>
        <source>The checkpoint “%1” is damaged or of another version.</source>
        <translation>Der Zwischenstand „%1“ ist beschädigt oder stammt von einer anderen Version.</translation>
    </message>
    <message>
        <source>The colour profile in “%1” is damaged; sRGB is assumed.</source>
        <translation>Das Farbprofil in „%1“ ist beschädigt; sRGB wird angenommen.</translation>
    </message>
    <message>
        <source>The colour profile in “%1” is for another kind of picture; sRGB is assumed.</source>
        <translation>Das Farbprofil in „%1“ gehört zu einer anderen Art von Bild; sRGB wird angenommen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read.</source>
        <translation>Der Ordner „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The metadata of “%1” does not fit into its format; it is in “%2” beside it.</source>
        <translation>Die Metadaten von „%1“ passen nicht in sein Format; sie stehen daneben in „%2“.</translation>
    </message>
    <message>
        <source>The metadata of “%1” is damaged; what could be read of it is kept.</source>
        <translation>Die Metadaten von „%1“ sind beschädigt; was davon lesbar war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The model file “%1” cannot be read to its end.</source>
        <translation>Die Modelldatei „%1“ lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>The model file “%1” cannot be read.</source>
        <translation>Die Modelldatei „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The model file “%1” cannot be written.</source>
        <translation>Die Modelldatei „%1“ lässt sich nicht schreiben.</translation>
    </message>
    <message>
        <source>The model gave no colour for this photo. Try another model or size.</source>
        <translation>Das Modell gab für dieses Foto keine Farbe her. Versuchen Sie ein anderes Modell oder eine andere Größe.</translation>
    </message>
    <message>
        <source>The model is of another architecture: “%1” has another shape.</source>
        <translation>Das Modell ist anders aufgebaut: „%1“ hat eine andere Form.</translation>
    </message>
    <message>
        <source>The model is of another architecture: “%1” is missing.</source>
        <translation>Das Modell ist anders aufgebaut: „%1“ fehlt.</translation>
    </message>
    <message>
        <source>The model is of another architecture: “%1” is unknown.</source>
        <translation>Das Modell ist anders aufgebaut: „%1“ ist unbekannt.</translation>
    </message>
    <message>
        <source>The network failed on %1.</source>
        <translation>Das Netz ist auf %1 gescheitert.</translation>
    </message>
    <message>
        <source>The network was given a picture of a wrong size.</source>
        <translation>Das Netz bekam ein Bild von falscher Größe.</translation>
    </message>
    <message>
        <source>The photo could not be colourised.</source>
        <translation>Das Foto konnte nicht eingefärbt werden.</translation>
    </message>
    <message>
        <source>The photo “%1” cannot be read.</source>
        <translation>Das Foto „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The photo “%1” cannot be used.</source>
        <translation>Das Foto „%1“ ist nicht brauchbar.</translation>
    </message>
    <message>
        <source>The recipe&apos;s field “%1” has a value that is not allowed.</source>
        <translation>Das Feld „%1“ des Rezepts hat einen unzulässigen Wert.</translation>
    </message>
    <message>
        <source>The settings of the training run are damaged.</source>
        <translation>Die Einstellungen des Trainingslaufs sind beschädigt.</translation>
    </message>
    <message>
        <source>The training data hold no photos.</source>
        <translation>Die Trainingsdaten enthalten keine Fotos.</translation>
    </message>
    <message>
        <source>The training data “%1” do not exist.</source>
        <translation>Die Trainingsdaten „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The weights in “%1” are damaged: their checksum is wrong.</source>
        <translation>Die Gewichte in „%1“ sind beschädigt: Ihre Prüfsumme stimmt nicht.</translation>
    </message>
    <message>
        <source>There is no device called “%1”.</source>
        <translation>Es gibt kein Gerät namens „%1“.</translation>
    </message>
    <message>
        <source>There is no model file “%1”.</source>
        <translation>Es gibt keine Modelldatei „%1“.</translation>
    </message>
    <message>
        <source>The model “%1” has other colour bins; training cannot go on from it.</source>
        <translation>Das Modell „%1“ hat andere Farbklassen; das Training kann nicht von ihm ausgehen.</translation>
    </message>
    <message>
        <source>Judging “%1”</source>
        <translation>„%1“ wird beurteilt</translation>
    </message>
    <message>
        <source>“%1” is nearly without colour.</source>
        <translation>„%1“ ist fast ohne Farbe.</translation>
    </message>
    <message>
        <source>None of the photos can be judged by: they are damaged or without colour.</source>
        <translation>An keinem der Fotos lässt sich etwas messen: Sie sind beschädigt oder ohne Farbe.</translation>
    </message>
    <message>
        <source>Trained on %1 photos.</source>
        <translation>An %1 Fotos trainiert.</translation>
    </message>
    <message>
        <source>On %1 photos that it had not seen: %2 dB nearer to the true colours than grey, colour difference %3 % of grey&apos;s.</source>
        <translation>An %1 Fotos, die es nicht kannte: %2 dB näher an den wahren Farben als Grau, Farbabstand %3 % desjenigen von Grau.</translation>
    </message>
    <message>
        <source>There is no model named “%1”.</source>
        <translation>Es gibt kein Modell namens „%1“.</translation>
    </message>
    <message>
        <source>There is not enough memory for this photo.</source>
        <translation>Für dieses Foto reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory on %1.</source>
        <translation>Auf %1 reicht der Speicher nicht.</translation>
    </message>
    <message>
        <source>There is not enough memory to colourise this photo.</source>
        <translation>Der Speicher reicht nicht, um dieses Foto einzufärben.</translation>
    </message>
    <message>
        <source>There is not enough memory to load “%1”.</source>
        <translation>Der Speicher reicht nicht, um „%1“ zu laden.</translation>
    </message>
    <message>
        <source>There is not enough memory to open “%1”.</source>
        <translation>Der Speicher reicht nicht, um „%1“ zu öffnen.</translation>
    </message>
    <message>
        <source>There is not enough memory to write “%1”.</source>
        <translation>Der Speicher reicht nicht, um „%1“ zu schreiben.</translation>
    </message>
    <message>
        <source>There is nothing to colourise.</source>
        <translation>Es gibt nichts einzufärben.</translation>
    </message>
    <message>
        <source>This is not an Autochrome recipe.</source>
        <translation>Das ist kein Rezept von Autochrome.</translation>
    </message>
    <message>
        <source>This machine has no device “%1”.</source>
        <translation>Dieser Rechner hat kein Gerät „%1“.</translation>
    </message>
    <message>
        <source>This recipe was made by a newer Autochrome (version %1).</source>
        <translation>Dieses Rezept stammt von einem neueren Autochrome (Version %1).</translation>
    </message>
    <message>
        <source>Training failed.</source>
        <translation>Das Training ist gescheitert.</translation>
    </message>
    <message>
        <source>Training stopped; go on later with --resume.</source>
        <translation>Das Training wurde angehalten; später geht es mit --resume weiter.</translation>
    </message>
    <message>
        <source>Writing “%1”</source>
        <translation>„%1“ wird geschrieben</translation>
    </message>
    <message>
        <source>Writing “%1” was cancelled.</source>
        <translation>Das Schreiben von „%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened.</source>
        <translation>„%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2.</source>
        <translation>„%1“ lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>“%1” cannot be read to its end.</source>
        <translation>„%1“ lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>“%1” could not be colourised.</source>
        <translation>„%1“ konnte nicht eingefärbt werden.</translation>
    </message>
    <message>
        <source>“%1” could not be read.</source>
        <translation>„%1“ konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” could not be turned upright.</source>
        <translation>„%1“ konnte nicht aufrecht gedreht werden.</translation>
    </message>
    <message>
        <source>“%1” could not be written as %2.</source>
        <translation>„%1“ konnte nicht als %2 geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” could not be written.</source>
        <translation>„%1“ konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2 holds at most %3 pixels a side.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2 fasst höchstens %3 Pixel je Seite.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2 holds no 16-bit pictures.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2 kennt keine 16-Bit-Bilder.</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>“%1” could not be written: reading it back showed a fault.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Beim Gegenlesen zeigte sich ein Fehler.</translation>
    </message>
    <message>
        <source>“%1” could not be written: the folder “%2” does not allow it.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Der Ordner „%2“ erlaubt es nicht.</translation>
    </message>
    <message>
        <source>“%1” could not be written: the picture is empty.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Das Bild ist leer.</translation>
    </message>
    <message>
        <source>“%1” could not be written: the picture is too large for BMP.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Das Bild ist zu groß für BMP.</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is a folder of that name.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Es gibt einen Ordner dieses Namens.</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is no folder “%2”.</source>
        <translation>„%1“ konnte nicht geschrieben werden: Den Ordner „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” could not be written: there is no room left in “%2”.</source>
        <translation>„%1“ konnte nicht geschrieben werden: In „%2“ ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>“%1” could not be written: “%2” cannot hold a file this large.</source>
        <translation>„%1“ konnte nicht geschrieben werden: „%2“ fasst keine so große Datei.</translation>
    </message>
    <message>
        <source>“%1” does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>“%1” has %2 bits per pixel, which this program cannot read.</source>
        <translation>„%1“ hat %2 Bit je Pixel, was dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>“%1” has %2 bits per sample; only 8 and 16 can be read.</source>
        <translation>„%1“ hat %2 Bit je Kanal; nur 8 und 16 sind lesbar.</translation>
    </message>
    <message>
        <source>“%1” has extra channels beside its colours; they are not used.</source>
        <translation>„%1“ hat neben den Farben weitere Kanäle; sie bleiben ungenutzt.</translation>
    </message>
    <message>
        <source>“%1” has several pages; only the first one is used.</source>
        <translation>„%1“ hat mehrere Seiten; nur die erste wird verwendet.</translation>
    </message>
    <message>
        <source>“%1” is a folder, not a photo.</source>
        <translation>„%1“ ist ein Ordner, kein Foto.</translation>
    </message>
    <message>
        <source>“%1” is a kind of BMP that this program cannot read.</source>
        <translation>„%1“ ist eine Art von BMP, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>“%1” is a kind of JPEG that this program cannot read.</source>
        <translation>„%1“ ist eine Art von JPEG, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>“%1” is a kind of TIFF that this program cannot read.</source>
        <translation>„%1“ ist eine Art von TIFF, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>“%1” is an animation; only its first frame is used.</source>
        <translation>„%1“ ist eine Animation; nur das erste Bild wird verwendet.</translation>
    </message>
    <message>
        <source>“%1” is compressed in a way that this program cannot read.</source>
        <translation>„%1“ ist auf eine Weise komprimiert, die dieses Programm nicht lesen kann.</translation>
    </message>
    <message>
        <source>“%1” is cut short: the file ends before the picture does.</source>
        <translation>„%1“ ist abgeschnitten: Die Datei endet vor dem Bild.</translation>
    </message>
    <message>
        <source>“%1” is damaged: its picture cannot be decoded.</source>
        <translation>„%1“ ist beschädigt: Das Bild lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>„%1“ ist leer.</translation>
    </message>
    <message>
        <source>“%1” is not a model that this version can use.</source>
        <translation>„%1“ ist kein Modell, das diese Version verwenden kann.</translation>
    </message>
    <message>
        <source>“%1” is not a photo in a format that this program reads (JPEG, PNG, TIFF, WebP, BMP).</source>
        <translation>„%1“ ist kein Foto in einem Format, das dieses Programm liest (JPEG, PNG, TIFF, WebP, BMP).</translation>
    </message>
    <message>
        <source>“%1” is not a whole model file.</source>
        <translation>„%1“ ist keine vollständige Modelldatei.</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“%1” is not an uncompressed tar archive.</source>
        <translation>„%1“ ist kein unkomprimiertes tar-Archiv.</translation>
    </message>
    <message>
        <source>“%1” is the original photo; it is never overwritten.</source>
        <translation>„%1“ ist das Original; es wird nie überschrieben.</translation>
    </message>
    <message>
        <source>“%1” says it is %2 × %3 pixels, which is more than the memory of this computer can hold.</source>
        <translation>„%1“ hat angeblich %2 × %3 Pixel, mehr als der Speicher dieses Rechners fasst.</translation>
    </message>
    <message>
        <source>“%1” says it is larger than any JPEG can be.</source>
        <translation>„%1“ ist angeblich größer, als ein JPEG sein kann.</translation>
    </message>
    <message>
        <source>“%1” stores floating-point samples; only 8 and 16 bits can be read.</source>
        <translation>„%1“ enthält Gleitkommawerte; nur 8 und 16 Bit sind lesbar.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program in the meantime.</source>
        <translation>„%1“ wurde inzwischen von einem anderen Programm verändert.</translation>
    </message>
    <message>
        <source>This network has another encoder than EfficientNet-B0.</source>
        <translation>Dieses Netz hat einen anderen Encoder als EfficientNet-B0.</translation>
    </message>
    <message>
        <source>A batch cannot be shared out equally to %1 processes.</source>
        <translation>Ein Stapel lässt sich nicht gleichmäßig auf %1 Prozesse verteilen.</translation>
    </message>
    <message>
        <source>Another process of the training stopped or does not answer.</source>
        <translation>Ein anderer Prozess des Trainings hat angehalten oder antwortet nicht.</translation>
    </message>
    <message>
        <source>The model “%1” is another kind of network; training cannot go on from it.</source>
        <translation>Das Modell „%1“ ist ein anderes Netz; das Training kann nicht von ihm ausgehen.</translation>
    </message>
    <message>
        <source>The first process of the training could not start.</source>
        <translation>Der erste Prozess des Trainings konnte nicht beginnen.</translation>
    </message>
    <message>
        <source>The processes of this training do not see the same photos.</source>
        <translation>Die Prozesse dieses Trainings sehen nicht dieselben Fotos.</translation>
    </message>
    <message>
        <source>There is no network called “%1”.</source>
        <translation>Es gibt kein Netz namens „%1“.</translation>
    </message>
    <message>
        <source>This program was built to train in one process on %1.</source>
        <translation>Dieses Programm wurde so gebaut, dass es auf %1 nur in einem Prozess trainiert.</translation>
    </message>
    <message>
        <source>The other processes of the training were not found at “%1”.</source>
        <translation>Die anderen Prozesse des Trainings wurden unter „%1“ nicht gefunden.</translation>
    </message>
    <message>
        <source>Training by several processes needs RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT; here they are incomplete or do not fit each other.</source>
        <translation>Für das Training in mehreren Prozessen braucht es RANK, WORLD_SIZE, MASTER_ADDR und MASTER_PORT; hier fehlt etwas, oder sie passen nicht zueinander.</translation>
    </message>
    <message>
        <source>“%1” cannot be written.</source>
        <translation>„%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The state of the training run is damaged.</source>
        <translation>Der Stand des Trainingslaufs ist beschädigt.</translation>
    </message>
    <message>
        <source>The photos of “%1” have another size than those before it.</source>
        <translation>Die Fotos von „%1“ haben eine andere Größe als die davor.</translation>
    </message>
    <message>
        <source>The folder “%1” holds shards already.</source>
        <translation>Der Ordner „%1“ enthält schon dekodierte Fotos.</translation>
    </message>
    <message>
        <source>“%1” holds no photos to train with.</source>
        <translation>„%1“ enthält keine Fotos zum Trainieren.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Decoding photos</source>
        <translation>Fotos werden dekodiert</translation>
    </message>
    <message>
        <source>This batch was made by a newer version of Autochrome.</source>
        <translation>Dieser Stapel stammt von einer neueren Version von Autochrome.</translation>
    </message>
    <message>
        <source>These are no settings of a batch.</source>
        <translation>Das sind keine Einstellungen eines Stapels.</translation>
    </message>
    <message>
        <source>%1 photos found</source>
        <translation>%1 Fotos gefunden</translation>
    </message>
    <message>
        <source>The folder “%1” holds no photos.</source>
        <translation>Der Ordner „%1“ enthält keine Fotos.</translation>
    </message>
    <message>
        <source>The watched folder “%1” cannot be found.</source>
        <translation>Der überwachte Ordner „%1“ ist nicht zu finden.</translation>
    </message>
    <message>
        <source>The list “%1” cannot be read.</source>
        <translation>Die Liste „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be read: %2.</source>
        <translation>Der Ordner „%1“ lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made: %2.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen: %2.</translation>
    </message>
    <message>
        <source>The queue in “%1” cannot be locked.</source>
        <translation>Die Warteschlange in „%1“ lässt sich nicht sperren.</translation>
    </message>
    <message>
        <source>The queue is being worked on already, by %1. You can still add photos to it, pause it and look at it.</source>
        <translation>An der Warteschlange wird schon gearbeitet, von %1. Fotos hinzufügen, anhalten und ansehen geht weiterhin.</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>einem anderen Programm</translation>
    </message>
    <message>
        <source>%1 (process %2)</source>
        <translation>%1 (Prozess %2)</translation>
    </message>
    <message>
        <source>There is no room left on the disk for the queue in “%1”.</source>
        <translation>Für die Warteschlange in „%1“ ist auf dem Datenträger kein Platz mehr.</translation>
    </message>
    <message>
        <source>The queue in “%1” cannot be opened.</source>
        <translation>Die Warteschlange in „%1“ lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The queue in “%1” could not be changed.</source>
        <translation>Die Warteschlange in „%1“ ließ sich nicht ändern.</translation>
    </message>
    <message>
        <source>“%1” is no queue that this version can use.</source>
        <translation>„%1“ ist keine Warteschlange, mit der diese Version umgehen kann.</translation>
    </message>
    <message>
        <source>There is no entry %1 in the queue.</source>
        <translation>In der Warteschlange gibt es keinen Eintrag %1.</translation>
    </message>
    <message>
        <source>The queue in “%1” is kept busy by another program.</source>
        <translation>Die Warteschlange in „%1“ wird von einem anderen Programm belegt.</translation>
    </message>
    <message>
        <source>The queue in “%1” is damaged.</source>
        <translation>Die Warteschlange in „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>“%1” was given up: each time that it was worked on, the program came to a sudden end.</source>
        <translation>„%1“ wurde aufgegeben: Jedes Mal, wenn daran gearbeitet wurde, endete das Programm plötzlich.</translation>
    </message>
    <message>
        <source>a { has no }</source>
        <translation>ein { hat kein }</translation>
    </message>
    <message>
        <source>“%1” cannot name results: %2.</source>
        <translation>„%1“ taugt nicht als Name für Ergebnisse: %2.</translation>
    </message>
    <message>
        <source>a } has no {</source>
        <translation>ein } hat kein {</translation>
    </message>
    <message>
        <source>it may not start with /</source>
        <translation>er darf nicht mit / beginnen</translation>
    </message>
    <message>
        <source>without {name} or {counter} all photos have the same name</source>
        <translation>ohne {name} oder {counter} heißen alle Fotos gleich</translation>
    </message>
    <message>
        <source>there is no {%1}, only {name}, {ext}, {parent}, {date}, {model}, {batch}, {counter} and {counter:4}</source>
        <translation>{%1} gibt es nicht, nur {name}, {ext}, {parent}, {date}, {model}, {batch}, {counter} und {counter:4}</translation>
    </message>
    <message>
        <source>it may not contain ..</source>
        <translation>er darf .. nicht enthalten</translation>
    </message>
    <message>
        <source>“%1” is already a colourised result.</source>
        <translation>„%1“ ist schon ein koloriertes Ergebnis.</translation>
    </message>
    <message>
        <source>“%1” has changed since it was put into the queue; the result is of what it holds now.</source>
        <translation>„%1“ hat sich geändert, seit es in die Warteschlange kam; das Ergebnis gilt dem jetzigen Inhalt.</translation>
    </message>
    <message>
        <source>“%1” failed for a reason that is a fault of this program.</source>
        <translation>„%1“ scheiterte an einem Fehler dieses Programms.</translation>
    </message>
    <message>
        <source>No free name was found for the result “%1”.</source>
        <translation>Für das Ergebnis „%1“ fand sich kein freier Name.</translation>
    </message>
    <message>
        <source>“%1” was done already; its result is “%2”.</source>
        <translation>„%1“ wurde schon bearbeitet; das Ergebnis ist „%2“.</translation>
    </message>
    <message>
        <source>“%1” has colours already.</source>
        <translation>„%1“ ist schon farbig.</translation>
    </message>
    <message>
        <source>The recipe “%1” of this photo cannot be used.</source>
        <translation>Das Rezept „%1“ zu diesem Foto ist nicht zu gebrauchen.</translation>
    </message>
    <message>
        <source>The result of “%1” could not be written within %2 seconds.</source>
        <translation>Das Ergebnis von „%1“ konnte nicht innerhalb von %2 Sekunden geschrieben werden.</translation>
    </message>
    <message>
        <source>“%1” could not be read within %2 seconds.</source>
        <translation>„%1“ konnte nicht innerhalb von %2 Sekunden gelesen werden.</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 h %2 min left</source>
        <translation>noch etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>noch etwa %1 min</translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation>noch einige Sekunden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Time of all stages: %1</source>
        <translation>Zeit aller Schritte: %1</translation>
    </message>
    <message>
        <source>Colours are simulated by AI. Autochrome %1.</source>
        <translation>Farben sind von KI simuliert. Autochrome %1.</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>A training runs in the folder “%1” already. Stop it first, or take another folder.</source>
        <translation>Im Ordner „%1“ läuft schon ein Training. Halten Sie es erst an oder nehmen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>It takes about %1 of memory, and %2 are free. %3</source>
        <translation>Es braucht etwa %1 Arbeitsspeicher, frei sind %2. %3</translation>
    </message>
    <message>
        <source>It takes about %1 of the GPU&apos;s memory, and %2 are free. %3</source>
        <translation>Es braucht etwa %1 Speicher der Grafikkarte, frei sind %2. %3</translation>
    </message>
    <message>
        <source>It takes about %1 of the disk of “%2”, and %3 are free.</source>
        <translation>Es braucht etwa %1 auf dem Datenträger von „%2“, frei sind %3.</translation>
    </message>
    <message>
        <source>No default model was chosen: there is none to go back to.</source>
        <translation>Es wurde kein Standardmodell gewählt: Es gibt keines, zu dem man zurückkehren könnte.</translation>
    </message>
    <message>
        <source>No training runs in the folder “%1”.</source>
        <translation>Im Ordner „%1“ läuft kein Training.</translation>
    </message>
    <message>
        <source>No training was begun in the folder “%1”.</source>
        <translation>Im Ordner „%1“ wurde kein Training begonnen.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “%1”.</source>
        <translation>In den Ordner „%1“ kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Nothing tells the better model without photos to validate on.</source>
        <translation>Ohne Fotos zur Validierung zeigt nichts, welches Modell das bessere ist.</translation>
    </message>
    <message>
        <source>Take smaller crops.</source>
        <translation>Nehmen Sie kleinere Ausschnitte.</translation>
    </message>
    <message>
        <source>The copy “%1” is not what was copied; it was removed.</source>
        <translation>Die Kopie „%1“ gleicht nicht dem, was kopiert wurde; sie wurde entfernt.</translation>
    </message>
    <message>
        <source>The description of the training run is damaged.</source>
        <translation>Die Beschreibung des Trainings ist beschädigt.</translation>
    </message>
    <message>
        <source>The disk is full. The last good checkpoint in “%1” is kept: make room and go on from it.</source>
        <translation>Der Datenträger ist voll. Der letzte gute Zwischenstand in „%1“ bleibt: Schaffen Sie Platz und setzen Sie von ihm aus fort.</translation>
    </message>
    <message>
        <source>The disk is full; there is no room for a checkpoint in “%1”.</source>
        <translation>Der Datenträger ist voll; in „%1“ ist kein Platz für einen Zwischenstand.</translation>
    </message>
    <message>
        <source>The model “%1” is not one of yours; only those in “%2” are removed.</source>
        <translation>Das Modell „%1“ ist keines von Ihren; entfernt werden nur die in „%2“.</translation>
    </message>
    <message>
        <source>The program that trains, “%1”, is not there.</source>
        <translation>Das Programm, das trainiert, „%1“, ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The status of the training run is damaged.</source>
        <translation>Der Status des Trainings ist beschädigt.</translation>
    </message>
    <message>
        <source>The trainer could not be started.</source>
        <translation>Das Trainingsprogramm konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The training ended without a word: it was killed, the computer was switched off, or its memory ran out.</source>
        <translation>Das Training endete ohne ein Wort: Es wurde abgeschossen, der Rechner wurde ausgeschaltet, oder der Speicher ging aus.</translation>
    </message>
    <message>
        <source>The training&apos;s folder “%1” is gone.</source>
        <translation>Der Ordner des Trainings, „%1“, ist verschwunden.</translation>
    </message>
    <message>
        <source>The weights in “%1” are not all finite numbers.</source>
        <translation>Die Gewichte in „%1“ sind nicht alle endliche Zahlen.</translation>
    </message>
    <message>
        <source>There are %1 photos to learn from, fewer than the %2 of one batch; take more photos, or batches of at most %1.</source>
        <translation>Es gibt %1 Fotos zum Lernen, weniger als die %2 eines Stapels; nehmen Sie mehr Fotos oder Stapel von höchstens %1.</translation>
    </message>
    <message>
        <source>There are no photos to learn from.</source>
        <translation>Es gibt keine Fotos zum Lernen.</translation>
    </message>
    <message>
        <source>There is no file “%1”.</source>
        <translation>Es gibt keine Datei „%1“.</translation>
    </message>
    <message>
        <source>There is no folder for your data: neither $HOME nor $XDG_DATA_HOME names one.</source>
        <translation>Es gibt keinen Ordner für Ihre Daten: Weder $HOME noch $XDG_DATA_HOME nennt einen.</translation>
    </message>
    <message>
        <source>There is not enough memory to train on %1 photos at a time; try %2.</source>
        <translation>Der Speicher reicht nicht, um mit %1 Fotos auf einmal zu trainieren; versuchen Sie es mit %2.</translation>
    </message>
    <message>
        <source>There is not enough memory to train, not even on one photo at a time; take smaller crops.</source>
        <translation>Der Speicher reicht nicht zum Trainieren, nicht einmal mit einem Foto auf einmal; nehmen Sie kleinere Ausschnitte.</translation>
    </message>
    <message>
        <source>Training stopped at step %1, batch of photos %2 to %3: its numbers are no longer finite. The last good state is kept; go on from it with a lower learning rate.</source>
        <translation>Das Training hielt bei Schritt %1 an, beim Stapel der Fotos %2 bis %3: Seine Zahlen sind nicht mehr endlich. Der letzte gute Stand bleibt; setzen Sie von ihm aus mit einer kleineren Lernrate fort.</translation>
    </message>
    <message>
        <source>Try batches of %1.</source>
        <translation>Versuchen Sie es mit Stapeln von %1.</translation>
    </message>
    <message>
        <source>“%1” cannot be removed.</source>
        <translation>„%1“ kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>“%1” holds photos to train on, not a model.</source>
        <translation>„%1“ enthält Fotos zum Trainieren, kein Modell.</translation>
    </message>
    <message>
        <source>“%1” is a model of another architecture, “%2”, which this version does not know.</source>
        <translation>„%1“ ist ein Modell anderer Bauart, „%2“, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>“%1” is a model of format %2; this version reads format %3.</source>
        <translation>„%1“ ist ein Modell im Format %2; diese Version liest Format %3.</translation>
    </message>
    <message>
        <source>“%1” is a pretrained encoder, EfficientNet-B0, not a model: a training can start from it.</source>
        <translation>„%1“ ist ein vortrainierter Encoder, EfficientNet-B0, kein Modell: Ein Training kann mit ihm beginnen.</translation>
    </message>
    <message>
        <source>“%1” is not the file that its checksum, in “%2”, was made of.</source>
        <translation>„%1“ ist nicht die Datei, aus der ihre Prüfsumme in „%2“ entstand.</translation>
    </message>
    <message>
        <source>“%1” is the checkpoint of a training, not a model.</source>
        <translation>„%1“ ist der Zwischenstand eines Trainings, kein Modell.</translation>
    </message>
    <message>
        <source>Looked at %1 of %2 photos</source>
        <translation>%1 von %2 Fotos angesehen</translation>
    </message>
    <message>
        <source>The folders hold copies of each other and cannot be parted; the photos can be split by hash.</source>
        <translation>Die Ordner enthalten Kopien voneinander und lassen sich nicht teilen; nach Prüfsumme lassen sich die Fotos teilen.</translation>
    </message>
    <message>
        <source>The list “%1” is what the photos were taken from and is not replaced.</source>
        <translation>Die Liste „%1“, aus der die Fotos stammen, wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>The list “%1” names no photos.</source>
        <translation>Die Liste „%1“ nennt keine Fotos.</translation>
    </message>
    <message>
        <source>The share for validation must be more than 0 and less than 1.</source>
        <translation>Der Anteil zur Prüfung muss größer als 0 und kleiner als 1 sein.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Gives old photographs colour, on this computer.</source>
        <translation>Gibt alten Fotografien Farbe, auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Photos, or folders of photos, to open.</source>
        <translation>Fotos oder Ordner voller Fotos, die geöffnet werden.</translation>
    </message>
    <message>
        <source>Put the photos and folders into the queue instead.</source>
        <translation>Die Fotos und Ordner stattdessen in die Warteschlange stellen.</translation>
    </message>
</context>
</TS>
