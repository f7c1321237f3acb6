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
        <source>Share of all pixels. Crossed out: in no photo.</source>
        <translation>Anteil aller Pixel. Durchgestrichen: in keinem Foto.</translation>
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
    <message>
        <source>No photos have been counted yet.</source>
        <translation>Noch wurden keine Fotos gezählt.</translation>
    </message>
    <message>
        <source>How much a pixel counts in training: 1 on average.</source>
        <translation>Was ein Pixel im Training zählt: im Mittel 1.</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>%1 s</source>
        <comment>seconds of work</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Result: %1</source>
        <translation>Ergebnis: %1</translation>
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
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
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
    <name>PhotoFilter</name>
    <message>
        <source>Photos (%1);;All files (*)</source>
        <translation>Fotos (%1);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>RecipeCommand</name>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
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
    <name>RunWords</name>
    <message>
        <source>The training&apos;s folder was removed; what it had learnt went with it.</source>
        <translation>Der Ordner des Trainings wurde entfernt und mit ihm, was es gelernt hatte.</translation>
    </message>
    <message>
        <source>Paused at step %1.</source>
        <translation>Bei Schritt %1 angehalten.</translation>
    </message>
    <message>
        <source>Stopped before the first step.</source>
        <translation>Vor dem ersten Schritt beendet.</translation>
    </message>
    <message>
        <source>Done after %1.</source>
        <translation>Nach %1 fertig.</translation>
    </message>
    <message>
        <source>Failed at step %1.</source>
        <translation>Bei Schritt %1 gescheitert.</translation>
    </message>
    <message>
        <source>Failed before the first step.</source>
        <translation>Vor dem ersten Schritt gescheitert.</translation>
    </message>
    <message>
        <source>Interrupted at step %1.</source>
        <translation>Bei Schritt %1 unterbrochen.</translation>
    </message>
    <message>
        <source>About %1 left, until about %2.</source>
        <translation>Noch etwa %1, bis etwa %2.</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>ein Augenblick</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 tomorrow</source>
        <translation>morgen %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>A weekday or a date, and a time of day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>“Go on” continues from there.</source>
        <translation>„Fortsetzen“ macht dort weiter.</translation>
    </message>
    <message>
        <source>Fewer photos at a time need less memory; so does closing other programs.</source>
        <translation>Weniger Fotos auf einmal brauchen weniger Speicher; auch andere Programme zu schließen hilft.</translation>
    </message>
    <message>
        <source>Make room on the disk, then go on.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und setzen Sie dann fort.</translation>
    </message>
    <message>
        <source>At half the learning rate it may get past these photos.</source>
        <translation>Mit halber Lernrate kommt es vielleicht über diese Fotos hinweg.</translation>
    </message>
    <message>
        <source>No training has been started yet.</source>
        <translation>Noch wurde kein Training begonnen.</translation>
    </message>
    <message>
        <source>Nothing has been trained here yet.</source>
        <translation>Hier wurde noch nichts trainiert.</translation>
    </message>
    <message>
        <source>Getting ready.</source>
        <translation>Bereitet sich vor.</translation>
    </message>
    <message>
        <source>Getting ready: %1, %2 %.</source>
        <translation>Bereitet sich vor: %1, %2 %.</translation>
    </message>
    <message>
        <source>Learning.</source>
        <translation>Lernt.</translation>
    </message>
    <message>
        <source>Validating on photos that it does not learn from.</source>
        <translation>Validiert an Fotos, aus denen es nicht lernt.</translation>
    </message>
    <message>
        <source>The time left will be known after a few more steps.</source>
        <translation>Die Restzeit ist nach einigen weiteren Schritten bekannt.</translation>
    </message>
    <message>
        <source>Only the last validation is left.</source>
        <translation>Nur die letzte Validierung steht noch aus.</translation>
    </message>
    <message>
        <source>At most %1 left, until about %2; it ends earlier if it stops improving.</source>
        <translation>Noch höchstens %1, bis etwa %2; gewinnt es nichts mehr, endet es früher.</translation>
    </message>
    <message>
        <source>What it had learnt up to its last checkpoint is kept.</source>
        <translation>Was es bis zu seinem letzten Zwischenstand gelernt hatte, bleibt erhalten.</translation>
    </message>
    <message>
        <source>There is no checkpoint yet, so it would start from the beginning.</source>
        <translation>Es gibt noch keinen Zwischenstand; es würde von vorn beginnen.</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>TrainingData</name>
    <message>
        <source>“%1” is not there any more; put it back or remove it from the list.</source>
        <translation>„%1“ ist nicht mehr da; legen Sie es zurück oder entfernen Sie es aus der Liste.</translation>
    </message>
    <message>
        <source>Duplicate: the same file as “%1”</source>
        <translation>Doppelt: dieselbe Datei wie „%1“</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Brauchbar</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Toned</source>
        <translation>Getönt</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>Zu klein</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>no readable picture</source>
        <translation>kein lesbares Bild</translation>
    </message>
    <message>
        <source>black and white, or nearly</source>
        <translation>schwarzweiß oder beinahe</translation>
    </message>
    <message>
        <source>one tint over everything</source>
        <translation>ein einziger Farbton über allem</translation>
    </message>
    <message>
        <source>a side of less than 48 pixels</source>
        <translation>eine Seite unter 48 Pixeln</translation>
    </message>
    <message>
        <source>the same file again</source>
        <translation>noch einmal dieselbe Datei</translation>
    </message>
    <message>
        <source>The photos have not been looked through yet.</source>
        <translation>Die Fotos wurden noch nicht durchgesehen.</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>None of these photos can be learned from.</source>
        <translation>Aus keinem dieser Fotos lässt sich lernen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
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
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop at &amp;once</source>
        <translation>S&amp;ofort anhalten</translation>
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
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Clear what has e&amp;nded</source>
        <translation>Er&amp;ledigtes vergessen</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>Show &amp;training</source>
        <translation>&amp;Training zeigen</translation>
    </message>
    <message>
        <source>Teach a model the colours of your own photos</source>
        <translation>Einem Modell die Farben eigener Fotos beibringen</translation>
    </message>
    <message>
        <source>S&amp;how in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder that the photo is in</source>
        <translation>Den Ordner öffnen, in dem das Foto liegt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Do this grou&amp;p first</source>
        <translation>Diese Gru&amp;ppe zuerst</translation>
    </message>
    <message>
        <source>Its photos are worked on before those of other groups</source>
        <translation>Ihre Fotos kommen vor denen anderer Gruppen an die Reihe</translation>
    </message>
    <message>
        <source>Write what became of a group of photos into a folder: pages, tables, PREMIS, checksums</source>
        <translation>In einen Ordner schreiben, was aus einer Gruppe von Fotos wurde: Seite, Tabelle, PREMIS, Prüfsummen</translation>
    </message>
    <message>
        <source>Forget groups whose photos have all ended; files stay</source>
        <translation>Gruppen vergessen, deren Fotos alle erledigt sind; Dateien bleiben</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>A&amp;lle Tasten</translation>
    </message>
    <message>
        <source>The keys of every action, menu by menu</source>
        <translation>Die Tasten aller Aktionen, Menü für Menü</translation>
    </message>
    <message>
        <source>&amp;Copy settings</source>
        <translation>Einstellungen &amp;kopieren</translation>
    </message>
    <message>
        <source>Keep the settings of this photo ready for others</source>
        <translation>Die Einstellungen dieses Fotos für andere bereithalten</translation>
    </message>
    <message>
        <source>Paste &amp;settings</source>
        <translation>Einstellungen ein&amp;fügen</translation>
    </message>
    <message>
        <source>Give this photo, or all that are chosen in the film strip, the copied settings</source>
        <translation>Diesem Foto, oder allen im Filmstreifen gewählten, die kopierten Einstellungen geben</translation>
    </message>
    <message>
        <source>Apply to &amp;all open photos</source>
        <translation>Auf &amp;alle offenen Fotos anwenden</translation>
    </message>
    <message>
        <source>Give all open photos the settings of this one</source>
        <translation>Allen offenen Fotos die Einstellungen von diesem geben</translation>
    </message>
    <message>
        <source>Prese&amp;ts…</source>
        <translation>Vor&amp;gaben…</translation>
    </message>
    <message>
        <source>Settings under a name of their own: keep, apply, rename or delete them</source>
        <translation>Einstellungen unter eigenem Namen: aufbewahren, anwenden, umbenennen oder löschen</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>Turn the photo by 90 degrees to the left</source>
        <translation>Das Foto um 90 Grad nach links drehen</translation>
    </message>
    <message>
        <source>Rotate ri&amp;ght</source>
        <translation>Nach rec&amp;hts drehen</translation>
    </message>
    <message>
        <source>Turn the photo by 90 degrees to the right</source>
        <translation>Das Foto um 90 Grad nach rechts drehen</translation>
    </message>
    <message>
        <source>Flip &amp;horizontally</source>
        <translation>&amp;Waagrecht spiegeln</translation>
    </message>
    <message>
        <source>Exchange left and right</source>
        <translation>Links und rechts vertauschen</translation>
    </message>
    <message>
        <source>Flip &amp;vertically</source>
        <translation>Sen&amp;krecht spiegeln</translation>
    </message>
    <message>
        <source>Exchange top and bottom</source>
        <translation>Oben und unten vertauschen</translation>
    </message>
    <message>
        <source>Forget the recently opened photos</source>
        <translation>Die zuletzt geöffneten Fotos vergessen</translation>
    </message>
    <message>
        <source>Finish the photos in progress and start no others</source>
        <translation>Angefangene Fotos fertig machen und keine weiteren beginnen</translation>
    </message>
    <message>
        <source>Photos in progress go back to waiting</source>
        <translation>Angefangene Fotos warten wieder</translation>
    </message>
    <message>
        <source>How to use Autochrome</source>
        <translation>Wie man Autochrome benutzt</translation>
    </message>
    <message>
        <source>Al&amp;ternate</source>
        <translation>Im &amp;Wechsel</translation>
    </message>
    <message>
        <source>Cro&amp;p and straighten</source>
        <translation>Zuschneiden und begrad&amp;igen</translation>
    </message>
    <message>
        <source>Draw a frame around what is to be kept, straight or aslant</source>
        <translation>Einen Rahmen um das ziehen, was bleiben soll, gerade oder schräg</translation>
    </message>
    <message>
        <source>Repair &amp;damage</source>
        <translation>Schä&amp;den ausbessern</translation>
    </message>
    <message>
        <source>Draw over scratches and spots, which are filled in from around them</source>
        <translation>Kratzer und Flecken übermalen, die dann aus ihrer Umgebung ausgefüllt werden</translation>
    </message>
    <message>
        <source>Show what is &amp;filled in</source>
        <translation>Ausgefülltes &amp;zeigen</translation>
    </message>
    <message>
        <source>Mark on the photo what the repair has filled in</source>
        <translation>Auf dem Foto markieren, was beim Ausbessern ausgefüllt wurde</translation>
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
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>Tone</source>
        <translation>Tonwerte</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>autochrome::AdoptionBox</name>
    <message>
        <source>&amp;Use this model</source>
        <translation>&amp;Dieses Modell verwenden</translation>
    </message>
    <message>
        <source>Add to the &amp;library only</source>
        <translation>Nur in die &amp;Bibliothek aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Keep the old one</source>
        <translation>Das alte &amp;behalten</translation>
    </message>
    <message>
        <source>Nothing changes; the new model stays in the training&apos;s folder.</source>
        <translation>Nichts ändert sich; das neue Modell bleibt im Ordner des Trainings.</translation>
    </message>
    <message>
        <source>“%1” is in the library; “%2” stays the model in use.</source>
        <translation>„%1“ ist in der Bibliothek; „%2“ bleibt das verwendete Modell.</translation>
    </message>
    <message>
        <source>“%1” stays the model in use.</source>
        <translation>„%1“ bleibt das verwendete Modell.</translation>
    </message>
    <message>
        <source>“%1” is the model in use again.</source>
        <translation>„%1“ ist wieder das verwendete Modell.</translation>
    </message>
    <message>
        <source>&amp;Go back</source>
        <translation>&amp;Zurückgehen</translation>
    </message>
    <message>
        <source>&amp;Go back to “%1”</source>
        <translation>&amp;Zurück zu „%1“</translation>
    </message>
    <message>
        <source>“%1” is the model in use.</source>
        <translation>„%1“ ist das verwendete Modell.</translation>
    </message>
    <message>
        <source>No model is in use yet.</source>
        <translation>Noch wird kein Modell verwendet.</translation>
    </message>
    <message>
        <source>The model in use is “%1”.</source>
        <translation>Das verwendete Modell ist „%1“.</translation>
    </message>
    <message>
        <source>The model “%1” has changed since it was compared.</source>
        <translation>Das Modell „%1“ hat sich geändert, seit es verglichen wurde.</translation>
    </message>
    <message>
        <source>It is added to the library and used from now on.</source>
        <translation>Es kommt in die Bibliothek und wird ab jetzt benutzt.</translation>
    </message>
    <message>
        <source>It is added to the library; the model in use stays the same.</source>
        <translation>Es kommt in die Bibliothek; das benutzte Modell bleibt dasselbe.</translation>
    </message>
</context>
<context>
    <name>autochrome::AwakeBox</name>
    <message>
        <source>Keep the computer &amp;awake while it runs</source>
        <translation>Den Computer &amp;wach halten, solange es läuft</translation>
    </message>
    <message>
        <source>The computer stays awake until the training ends.</source>
        <translation>Der Computer bleibt wach, bis das Training endet.</translation>
    </message>
    <message>
        <source>Applies while this window is open. Closing a laptop&apos;s lid still sends it to sleep.</source>
        <translation>Gilt, solange dieses Fenster offen ist. Das Zuklappen eines Laptops schickt ihn weiterhin schlafen.</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>This computer offers no way to keep it awake; change its power settings instead.</source>
        <translation>Dieser Computer lässt sich von hier aus nicht wach halten; ändern Sie stattdessen seine Energieeinstellungen.</translation>
    </message>
</context>
<context>
    <name>autochrome::BreakingLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
<context>
    <name>autochrome::BrushOverlay</name>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Draw over what is damaged. Arrow keys move the brush (Shift: ten times as far), Space puts it down and lifts it again, [ and ] make it smaller and larger, E changes between marking and taking away, Escape ends.</source>
        <translation>Übermalen, was beschädigt ist. Pfeiltasten bewegen den Pinsel (Umschalt: zehnmal so weit), die Leertaste setzt ihn auf und hebt ihn wieder ab, [ und ] machen ihn kleiner und größer, E wechselt zwischen Markieren und Wegnehmen, Escape beendet.</translation>
    </message>
</context>
<context>
    <name>autochrome::CardGroups</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Photos that it learnt from</source>
        <translation>Fotos, aus denen es gelernt hat</translation>
    </message>
    <message>
        <source>Settings of the training</source>
        <translation>Einstellungen des Trainings</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Encoder EfficientNet-B0, which a training can start from</source>
        <translation>Encoder EfficientNet-B0, von dem ein Training ausgehen kann</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>%1: %2 photos</source>
        <comment>name of a folder or an archive</comment>
        <translation>%1: %2 Fotos</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Validated on</source>
        <translation>Validiert an</translation>
    </message>
    <message>
        <source>Left out: grey</source>
        <translation>Ausgelassen: grau</translation>
    </message>
    <message>
        <source>Left out: toned</source>
        <translation>Ausgelassen: getont</translation>
    </message>
    <message>
        <source>Left out: too small</source>
        <translation>Ausgelassen: zu klein</translation>
    </message>
    <message>
        <source>Left out: damaged</source>
        <translation>Ausgelassen: beschädigt</translation>
    </message>
    <message>
        <source>Samples seen</source>
        <translation>Gesehene Ausschnitte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Photos measured</source>
        <translation>Gemessene Fotos</translation>
    </message>
    <message>
        <source>PSNR of the colours</source>
        <translation>PSNR der Farben</translation>
    </message>
    <message>
        <source>Gain over grey</source>
        <translation>Gewinn gegenüber Grau</translation>
    </message>
    <message>
        <source>PSNR of the picture</source>
        <translation>PSNR des Bildes</translation>
    </message>
    <message>
        <source>Colour difference (CIEDE2000)</source>
        <translation>Farbabstand (CIEDE2000)</translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation>Farbigkeit</translation>
    </message>
    <message>
        <source>One that is not in this library, SHA-256 %1</source>
        <translation>Eines, das nicht in dieser Bibliothek ist, SHA-256 %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Minutes at most</source>
        <translation>Minuten höchstens</translation>
    </message>
    <message>
        <source>Steps at most</source>
        <translation>Schritte höchstens</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Late batch</source>
        <translation>Später Stapel</translation>
    </message>
    <message>
        <source>Late crop</source>
        <translation>Später Ausschnitt</translation>
    </message>
    <message>
        <source>Late sizes from</source>
        <translation>Späte Größen ab</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>Stapel je Schritt</translation>
    </message>
    <message>
        <source>Share of aged samples</source>
        <translation>Anteil gealterter Ausschnitte</translation>
    </message>
    <message>
        <source>Photos for the colour prior</source>
        <translation>Fotos für die Farbhäufigkeit</translation>
    </message>
    <message>
        <source>Lambda</source>
        <translation>Lambda</translation>
    </message>
    <message>
        <source>Weight of cross entropy</source>
        <translation>Gewicht der Kreuzentropie</translation>
    </message>
    <message>
        <source>Weight of regression</source>
        <translation>Gewicht der Regression</translation>
    </message>
    <message>
        <source>Learning rate, encoder</source>
        <translation>Lernrate, Encoder</translation>
    </message>
    <message>
        <source>Learning rate, decoder</source>
        <translation>Lernrate, Decoder</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme (weight decay)</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Schritte zum Anlaufen</translation>
    </message>
    <message>
        <source>Share of the rate at the end</source>
        <translation>Anteil der Rate am Ende</translation>
    </message>
    <message>
        <source>Gradient clip</source>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Decay of the weight average</source>
        <translation>Abklingen des Gewichtsmittels</translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation>Gemischte Genauigkeit</translation>
    </message>
    <message>
        <source>Encoder frozen until</source>
        <translation>Encoder eingefroren bis</translation>
    </message>
    <message>
        <source>Short side in validation</source>
        <translation>Kurze Seite beim Validieren</translation>
    </message>
    <message>
        <source>Photos in validation</source>
        <translation>Fotos beim Validieren</translation>
    </message>
    <message>
        <source>Epochs between validations</source>
        <translation>Epochen zwischen Validierungen</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Das beste behalten</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Statistics kept</source>
        <translation>Statistik behalten</translation>
    </message>
    <message>
        <source>Share of the old model</source>
        <translation>Anteil des alten Modells</translation>
    </message>
    <message>
        <source>Weight of each photo&apos;s error</source>
        <translation>Gewicht des Fehlers je Foto</translation>
    </message>
    <message>
        <source>Stochastic depth</source>
        <translation>Stochastische Tiefe</translation>
    </message>
    <message>
        <source>Measured on photos that it had not seen</source>
        <translation>Gemessen an Fotos, die es nicht gesehen hatte</translation>
    </message>
    <message>
        <source>What it started from</source>
        <translation>Womit es begann</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Share of grey&apos;s difference</source>
        <translation>Anteil am Unterschied des Grauen</translation>
    </message>
    <message>
        <source>Share of the true colourfulness</source>
        <translation>Anteil an der wahren Farbigkeit</translation>
    </message>
    <message>
        <source>Vividness aimed for</source>
        <translation>Verlangte Lebhaftigkeit</translation>
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
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Advanced (changed)</source>
        <translation>Erweitert (geändert)</translation>
    </message>
</context>
<context>
    <name>autochrome::ComparePage</name>
    <message>
        <source>Other photos</source>
        <translation>Andere Fotos</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Open the &amp;report</source>
        <translation>Be&amp;richt öffnen</translation>
    </message>
    <message>
        <source>all of them</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>The &amp;old model</source>
        <translation>Das &amp;alte Modell</translation>
    </message>
    <message>
        <source>O&amp;ther photos, to see what was forgotten</source>
        <translation>An&amp;dere Fotos, um zu sehen, was vergessen wurde</translation>
    </message>
    <message>
        <source>Photos of each, at &amp;most</source>
        <translation>&amp;Höchstens so viele Fotos je Gruppe</translation>
    </message>
    <message>
        <source>&amp;Faces are in photos whose path contains</source>
        <translation>&amp;Gesichter sind in Fotos, deren Pfad dies enthält</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>%1 (the training started from it)</source>
        <translation>%1 (das Training ging davon aus)</translation>
    </message>
    <message>
        <source>When a training has made a model, it can be compared with the old one here.</source>
        <translation>Wenn ein Training ein Modell hervorgebracht hat, lässt es sich hier mit dem alten vergleichen.</translation>
    </message>
    <message>
        <source>This training has not kept a model yet.</source>
        <translation>Dieses Training hat noch kein Modell abgelegt.</translation>
    </message>
    <message>
        <source>New model: “%1”, as it is now; its training still runs</source>
        <translation>Neues Modell: „%1“, wie es jetzt ist; sein Training läuft noch</translation>
    </message>
    <message>
        <source>New model: “%1”</source>
        <translation>Neues Modell: „%1“</translation>
    </message>
    <message>
        <source>There is no other model to compare it with.</source>
        <translation>Es gibt kein anderes Modell zum Vergleichen.</translation>
    </message>
    <message>
        <source>The report cannot be opened: “%1”.</source>
        <translation>Der Bericht lässt sich nicht öffnen: „%1“.</translation>
    </message>
    <message>
        <source>The comparison in “%1” still runs; this model can be compared after it.</source>
        <translation>Der Vergleich in „%1“ läuft noch; danach kann dieses Modell verglichen werden.</translation>
    </message>
    <message>
        <source>Photos to compare on</source>
        <translation>Fotos für den Vergleich</translation>
    </message>
    <message>
        <source>At most this many of these photos, and as many of the others, evenly spread.</source>
        <translation>Höchstens so viele dieser Fotos und ebenso viele der anderen, gleichmäßig verteilt.</translation>
    </message>
    <message>
        <source>In photos whose path contains this, the middle is taken to be skin.</source>
        <translation>In einem Foto, dessen Pfad dies enthält, gilt die Mitte als Haut.</translation>
    </message>
    <message>
        <source>no faces</source>
        <translation>keine sind Gesichter</translation>
    </message>
    <message>
        <source>Photos of kinds that it was not trained on show what it has forgotten.</source>
        <translation>Fotos anderer Art als die gelernten zeigen, was vergessen wurde.</translation>
    </message>
    <message>
        <source>&amp;Photos to compare on</source>
        <translation>&amp;Fotos für den Vergleich</translation>
    </message>
    <message>
        <source>The training has gone on since then: this comparison is of the model as it was.</source>
        <translation>Das Training ging seither weiter: Dieser Vergleich gilt dem Modell, wie es damals war.</translation>
    </message>
    <message>
        <source>Photos that could not be used: %1; the report names them.</source>
        <translation>Fotos, die sich nicht verwenden ließen: %1; der Bericht nennt sie.</translation>
    </message>
    <message>
        <source>This training had no validation photos; choose some that it did not learn from.</source>
        <translation>Dieses Training hatte keine Fotos für die Validierung; wählen Sie welche, aus denen es nicht gelernt hat.</translation>
    </message>
    <message>
        <source>The training was validated on these photos and kept the state that did best on them, so they flatter it a little; photos it has never seen are a fairer test.</source>
        <translation>Das Training wurde an diesen Fotos validiert und hat den Stand behalten, der an ihnen am besten war, sie schmeicheln ihm also ein wenig; Fotos, die es nie gesehen hat, sind die gerechtere Probe.</translation>
    </message>
    <message>
        <source>The training was validated on these photos but did not learn from them.</source>
        <translation>Das Training wurde an diesen Fotos validiert, hat aber nicht aus ihnen gelernt.</translation>
    </message>
</context>
<context>
    <name>autochrome::ComparisonProcess</name>
    <message>
        <source>One of the two models is gone or damaged.</source>
        <translation>Eines der beiden Modelle fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>There is no room left on the disk for the comparison.</source>
        <translation>Für den Vergleich ist auf dem Datenträger kein Platz mehr.</translation>
    </message>
    <message>
        <source>There is not enough memory to compare the models now.</source>
        <translation>Der Speicher reicht jetzt nicht, um die Modelle zu vergleichen.</translation>
    </message>
    <message>
        <source>The models could not be compared.</source>
        <translation>Die Modelle ließen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>The photos to compare on are missing, or there are none in these places.</source>
        <translation>Die Fotos für den Vergleich fehlen, oder an diesen Orten sind keine.</translation>
    </message>
</context>
<context>
    <name>autochrome::ComparisonSheet</name>
    <message>
        <source>Photos side by side</source>
        <translation>Fotos nebeneinander</translation>
    </message>
    <message>
        <source>%1 dB, before %2 dB</source>
        <translation>%1 dB, vorher %2 dB</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (other photos)</source>
        <translation>%1 (andere Fotos)</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
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
        <source>Truth</source>
        <translation>Wirklich</translation>
    </message>
    <message>
        <source>Photos: %1, each grey, before, after and in its true colours.</source>
        <translation>Fotos: %1, jedes grau, vorher, nachher und in seinen wahren Farben.</translation>
    </message>
</context>
<context>
    <name>autochrome::ComparisonTable</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
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
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, ab-PSNR in dB</source>
        <translation>%1, ab-PSNR in dB</translation>
    </message>
    <message>
        <source>After minus before, with its standard error over the photos.</source>
        <translation>Nachher minus vorher, mit dem Standardfehler über die Fotos.</translation>
    </message>
</context>
<context>
    <name>autochrome::ComparisonWords</name>
    <message>
        <source>The training found nothing better: “%1” is the same as “%2”.</source>
        <translation>Das Training fand nichts Besseres: „%1“ ist dasselbe wie „%2“.</translation>
    </message>
    <message>
        <source>On these photos “%1” is %2 dB better than “%3”.</source>
        <translation>An diesen Fotos ist „%1“ um %2 dB besser als „%3“.</translation>
    </message>
    <message>
        <source>On these photos “%1” is %2 dB worse than “%3”.</source>
        <translation>An diesen Fotos ist „%1“ um %2 dB schlechter als „%3“.</translation>
    </message>
    <message>
        <source>On these photos “%1” and “%3” differ by %2 dB, which is within the noise.</source>
        <translation>An diesen Fotos unterscheiden sich „%1“ und „%3“ um %2 dB; das liegt im Rauschen.</translation>
    </message>
    <message>
        <source>On the other photos it is %1 dB better.</source>
        <translation>An den anderen Fotos ist es um %1 dB besser.</translation>
    </message>
    <message>
        <source>On the other photos they differ by %1 dB, which is within the noise.</source>
        <translation>An den anderen Fotos unterscheiden sie sich um %1 dB; das liegt im Rauschen.</translation>
    </message>
    <message>
        <source>The new colours are stronger: %1 % of the true ones&apos; strength, before %2 %.</source>
        <translation>Die neuen Farben sind kräftiger: %1 % der Kraft der wahren, vorher %2 %.</translation>
    </message>
    <message>
        <source>The new colours are paler: %1 % of the true ones&apos; strength, before %2 %.</source>
        <translation>Die neuen Farben sind blasser: %1 % der Kraft der wahren, vorher %2 %.</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>These photos</source>
        <translation>Diese Fotos</translation>
    </message>
    <message>
        <source>Other photos</source>
        <translation>Andere Fotos</translation>
    </message>
    <message>
        <source>%1 (other photos)</source>
        <translation>%1 (andere Fotos)</translation>
    </message>
    <message>
        <source>ab-PSNR, dB</source>
        <translation>ab-PSNR, dB</translation>
    </message>
    <message>
        <source>Gain over grey, dB</source>
        <translation>Gewinn über Grau, dB</translation>
    </message>
    <message>
        <source>CIEDE2000</source>
        <translation>CIEDE2000</translation>
    </message>
    <message>
        <source>Colourfulness</source>
        <translation>Farbigkeit</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>Chroma correlation</source>
        <translation>Buntheitskorrelation</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Within the noise</source>
        <translation>Im Rauschen</translation>
    </message>
    <message>
        <source>Photos compared: %1, which is few.</source>
        <translation>Verglichene Fotos: %1, das sind wenige.</translation>
    </message>
    <message>
        <source>On the other photos it is %1 dB worse: that much was forgotten.</source>
        <translation>An den anderen Fotos ist es %1 dB schlechter: So viel wurde vergessen.</translation>
    </message>
    <message>
        <source>The perceived colour difference (CIEDE2000) grew from %1 to %2.</source>
        <translation>Der sichtbare Farbunterschied (CIEDE2000) wuchs von %1 auf %2.</translation>
    </message>
    <message>
        <source>The perceived colour difference (CIEDE2000) fell from %1 to %2.</source>
        <translation>Der sichtbare Farbunterschied (CIEDE2000) fiel von %1 auf %2.</translation>
    </message>
    <message>
        <source>CIEDE2000, share of grey&apos;s</source>
        <translation>CIEDE2000, Anteil am Grauen</translation>
    </message>
    <message>
        <source>Skin error</source>
        <translation>Fehler der Haut</translation>
    </message>
    <message>
        <source>How close the colours (a*, b*) come to the true ones; higher is better.</source>
        <translation>Wie nahe die Farben (a*, b*) den wahren kommen; mehr ist besser.</translation>
    </message>
    <message>
        <source>How much closer that is than the photo left grey; higher is better.</source>
        <translation>Wie viel näher das ist als das grau gelassene Foto; mehr ist besser.</translation>
    </message>
    <message>
        <source>The mean perceived difference of the colours; lower is better.</source>
        <translation>Der mittlere Unterschied der Farben, wie das Auge ihn sieht; weniger ist besser.</translation>
    </message>
    <message>
        <source>That difference as a share of the one of the photo left grey; lower is better.</source>
        <translation>Dieser Unterschied als Anteil an dem des grau gelassenen Fotos; weniger ist besser.</translation>
    </message>
    <message>
        <source>How colourful the results are compared with the truth; best at 1.</source>
        <translation>Wie farbig die Ergebnisse im Vergleich zur Wahrheit sind; am besten bei 1.</translation>
    </message>
    <message>
        <source>Structural similarity of the pictures; at most 1.</source>
        <translation>Ähnlichkeit der Bilder in ihrer Struktur; höchstens 1.</translation>
    </message>
    <message>
        <source>Whether colourful photos become colourful results; at most 1.</source>
        <translation>Ob aus farbigen Fotos die farbigen Ergebnisse werden; höchstens 1.</translation>
    </message>
    <message>
        <source>The mean distance of skin from its true colour in a* and b*; lower is better.</source>
        <translation>Der mittlere Abstand der Haut von ihrer wahren Farbe in a* und b*; weniger ist besser.</translation>
    </message>
</context>
<context>
    <name>autochrome::CropActions</name>
    <message>
        <source>Crop and straighten</source>
        <translation>Zuschneiden und begradigen</translation>
    </message>
</context>
<context>
    <name>autochrome::CropSection</name>
    <message>
        <source>Angle</source>
        <translation>Winkel</translation>
    </message>
    <message>
        <source>Degrees by which the photo is turned clockwise, to straighten it.</source>
        <translation>Um wie viel Grad das Foto im Uhrzeigersinn gedreht wird, um es zu begradigen.</translation>
    </message>
    <message>
        <source>&amp;Level by a line</source>
        <translation>Nach einer &amp;Linie ausrichten</translation>
    </message>
    <message>
        <source>Move each corner by itself</source>
        <translation>Jede Ecke für sich bewegen</translation>
    </message>
    <message>
        <source>&amp;Whole photo</source>
        <translation>Ganzes F&amp;oto</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Draw a line along what should be level or upright.</source>
        <translation>Eine Linie entlang dessen ziehen, was waagrecht oder senkrecht sein soll.</translation>
    </message>
    <message>
        <source>Takes out the perspective of a print that was photographed from aside.</source>
        <translation>Entzerrt einen Abzug, der von der Seite fotografiert wurde.</translation>
    </message>
    <message>
        <source>Cr&amp;op</source>
        <translation>&amp;Zuschneiden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>Wie das Foto</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>To the print&apos;s edge</source>
        <translation>Auf den Rand des Abzugs</translation>
    </message>
    <message>
        <source>Puts the frame around the one print on a scan, if its edge is seen for certain.</source>
        <translation>Legt den Rahmen um den einen Abzug auf einem Scan, wenn sein Rand sicher zu erkennen ist.</translation>
    </message>
    <message>
        <source>Straighten automatically</source>
        <translation>Automatisch begradigen</translation>
    </message>
    <message>
        <source>By the print&apos;s edge, or by the verticals and horizontals in the picture, if they are seen for certain.</source>
        <translation>Nach dem Rand des Abzugs oder nach den Senkrechten und Waagerechten im Bild, wenn sie sicher zu erkennen sind.</translation>
    </message>
</context>
<context>
    <name>autochrome::CropTool</name>
    <message>
        <source>crop</source>
        <translation>Zuschnitt</translation>
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
    <name>autochrome::DataPage</name>
    <message>
        <source>&amp;Look through</source>
        <translation>&amp;Durchsehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>My archive</source>
        <translation>Mein Archiv</translation>
    </message>
    <message>
        <source>A folder of photos</source>
        <translation>Ein Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Places365 as published</source>
        <translation>Places365 wie veröffentlicht</translation>
    </message>
    <message>
        <source>Kind of photos</source>
        <translation>Art der Fotos</translation>
    </message>
    <message>
        <source>Learn fro&amp;m</source>
        <translation>Lernen a&amp;us</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Colours of these photos</source>
        <translation>Farben dieser Fotos</translation>
    </message>
    <message>
        <source>None of these photos can be learned from; the list below says why.</source>
        <translation>Aus keinem dieser Fotos lässt sich lernen; die Liste unten sagt, warum.</translation>
    </message>
    <message>
        <source>Colour photos of the same places and times as your black-and-white ones: the model learns their colours.</source>
        <translation>Farbfotos derselben Orte und Zeiten wie Ihre Schwarzweißfotos: Das Modell lernt deren Farben.</translation>
    </message>
    <message>
        <source>Add a folder, or drop one here.</source>
        <translation>Fügen Sie einen Ordner hinzu oder ziehen Sie einen hierher.</translation>
    </message>
    <message>
        <source>Opens every photo once and finds those that can be learned from</source>
        <translation>Öffnet jedes Foto einmal und findet die, aus denen gelernt werden kann</translation>
    </message>
    <message>
        <source>Progress of looking through the photos</source>
        <translation>Fortschritt beim Durchsehen der Fotos</translation>
    </message>
    <message>
        <source>Training and validation</source>
        <translation>Training und Validierung</translation>
    </message>
    <message>
        <source>There is no colour in any of these photos, so nothing can be learned from them.</source>
        <translation>Keines dieser Fotos hat Farbe, sodass sich aus ihnen nichts lernen lässt.</translation>
    </message>
    <message>
        <source>Only %1 of these photos can be learned from; a training needs several hundred to be of use.</source>
        <translation>Nur aus %1 dieser Fotos lässt sich lernen; ein Training braucht einige Hundert, um zu nützen.</translation>
    </message>
    <message>
        <source>These come without validation photos, so a share of them is set aside for validation.</source>
        <translation>Diese bringen keine Fotos für die Validierung mit, daher wird ein Teil von ihnen dafür zurückgehalten.</translation>
    </message>
    <message>
        <source>Splitting the photos…</source>
        <translation>Fotos werden aufgeteilt …</translation>
    </message>
    <message>
        <source>Looking through the photos was stopped.</source>
        <translation>Das Durchsehen der Fotos wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Any colour photos, including those in subfolders.</source>
        <translation>Beliebige Farbfotos, auch die in Ordnern innerhalb eines Ordners.</translation>
    </message>
    <message>
        <source>The folder of Places365 as downloaded; its own validation photos are used for validation.</source>
        <translation>Der Ordner von Places365, wie er heruntergeladen wird; seine eigenen Validierungsfotos dienen der Validierung.</translation>
    </message>
</context>
<context>
    <name>autochrome::EditActions</name>
    <message>
        <source>reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>rotate left</source>
        <translation>nach links drehen</translation>
    </message>
    <message>
        <source>rotate right</source>
        <translation>nach rechts drehen</translation>
    </message>
    <message>
        <source>flip horizontally</source>
        <translation>waagrecht spiegeln</translation>
    </message>
    <message>
        <source>flip vertically</source>
        <translation>senkrecht spiegeln</translation>
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
    <name>autochrome::EstimateView</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>Was es braucht</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>Wird gemessen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Validations</source>
        <translation>Validierungen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Largest batch</source>
        <translation>Größter Stapel</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 of %2 s</source>
        <translation>%1 zu je %2 s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, with the memory that is free now</source>
        <translation>%1, mit dem jetzt freien Speicher</translation>
    </message>
    <message>
        <source>Measured on this machine with these settings.</source>
        <translation>Auf diesem Rechner mit diesen Einstellungen gemessen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>Stop measuring.</source>
        <translation>Die Messung abbrechen.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) %1 h</source>
        <translation>
            <numerusform>%n Tag %1 h</numerusform>
            <numerusform>%n Tage %1 h</numerusform>
        </translation>
    </message>
    <message>
        <source>This is estimated once there are photos to learn from.</source>
        <translation>Das wird geschätzt, sobald es Fotos zum Lernen gibt.</translation>
    </message>
    <message>
        <source>the memory that is free now does not hold even one photo</source>
        <translation>in den jetzt freien Speicher passt kein einziges Foto</translation>
    </message>
    <message>
        <source>Estimated from a table; measuring takes a few seconds and is more accurate.</source>
        <translation>Aus einer Tabelle geschätzt; Messen dauert einige Sekunden und ist genauer.</translation>
    </message>
    <message>
        <source>Runs a few steps to see how long they take here and how much memory they need.</source>
        <translation>Macht einige Schritte, um zu sehen, wie lange sie hier dauern und wie viel Speicher sie brauchen.</translation>
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
    <message>
        <source>Lightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>kept at every pixel</source>
        <translation>bleibt in jedem Pixel erhalten</translation>
    </message>
    <message>
        <source>not kept: %1 changes fine detail at this quality; PNG and TIFF keep it</source>
        <translation>bleibt nicht erhalten: %1 verändert bei dieser Qualität feine Einzelheiten; PNG und TIFF erhalten sie</translation>
    </message>
    <message>
        <source>not kept: %1 changes it visibly at this quality; PNG and TIFF keep it</source>
        <translation>bleibt nicht erhalten: %1 verändert sie bei dieser Qualität sichtbar; PNG und TIFF erhalten sie</translation>
    </message>
    <message>
        <source>It will be saved as “%1”.</source>
        <translation>Wird gespeichert als „%1“.</translation>
    </message>
    <message>
        <source>8 bits per channel, as in the source</source>
        <translation>8 Bit je Kanal, wie die Quelle</translation>
    </message>
    <message>
        <source>16 bits per channel, as in the source</source>
        <translation>16 Bit je Kanal, wie die Quelle</translation>
    </message>
    <message>
        <source>8 bits per channel: %1 holds no more; the finer steps of the 16-bit source are lost</source>
        <translation>8 Bit je Kanal: Mehr fasst %1 nicht, die feineren Stufen der Quelle (16 Bit) gehen verloren</translation>
    </message>
    <message>
        <source>not kept exactly: %1 changes individual pixels a little; PNG and TIFF keep it</source>
        <translation>bleibt nicht genau erhalten: %1 verändert einzelne Pixel ein wenig; PNG und TIFF erhalten sie</translation>
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
    <message>
        <source>being worked on</source>
        <translation>wird bearbeitet</translation>
    </message>
    <message>
        <source>edited, not exported yet</source>
        <translation>bearbeitet, noch nicht exportiert</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Height of the film strip</source>
        <translation>Höhe des Filmstreifens</translation>
    </message>
    <message>
        <source>Drag to make the pictures larger or smaller</source>
        <translation>Ziehen macht die Bilder größer oder kleiner</translation>
    </message>
    <message>
        <source>Delete closes the photo; its file stays.</source>
        <translation>Entf schließt das Foto; seine Datei bleibt.</translation>
    </message>
    <message>
        <source>Delete closes the chosen photos; their files stay. Ctrl and Shift choose several.</source>
        <translation>Entf schließt die gewählten Fotos; ihre Dateien bleiben. Strg und Umschalt wählen mehrere.</translation>
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
    <name>autochrome::FolderRows</name>
    <message>
        <source>No longer for “%1”</source>
        <translation>Nicht mehr für „%1“</translation>
    </message>
    <message>
        <source>Stop using a separate model for this folder</source>
        <translation>Für diesen Ordner kein eigenes Modell mehr verwenden</translation>
    </message>
</context>
<context>
    <name>autochrome::FrameHandle</name>
    <message>
        <source>Top left corner of the frame</source>
        <translation>Obere linke Ecke des Rahmens</translation>
    </message>
    <message>
        <source>Top side of the frame</source>
        <translation>Obere Seite des Rahmens</translation>
    </message>
    <message>
        <source>Top right corner of the frame</source>
        <translation>Obere rechte Ecke des Rahmens</translation>
    </message>
    <message>
        <source>Right side of the frame</source>
        <translation>Rechte Seite des Rahmens</translation>
    </message>
    <message>
        <source>Bottom right corner of the frame</source>
        <translation>Untere rechte Ecke des Rahmens</translation>
    </message>
    <message>
        <source>Bottom side of the frame</source>
        <translation>Untere Seite des Rahmens</translation>
    </message>
    <message>
        <source>Bottom left corner of the frame</source>
        <translation>Untere linke Ecke des Rahmens</translation>
    </message>
    <message>
        <source>Left side of the frame</source>
        <translation>Linke Seite des Rahmens</translation>
    </message>
    <message>
        <source>Frame as a whole</source>
        <translation>Rahmen als Ganzes</translation>
    </message>
</context>
<context>
    <name>autochrome::FrameOverlay</name>
    <message>
        <source>Frame</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>What lies in the frame is kept. Tab goes to its corners and sides, arrow keys move them, Enter crops, Escape leaves all as it was.</source>
        <translation>Was im Rahmen liegt, bleibt. Die Tabulatortaste führt zu seinen Ecken und Seiten, Pfeiltasten bewegen sie, die Eingabetaste schneidet zu, Escape lässt alles, wie es war.</translation>
    </message>
    <message>
        <source>At %1, %2 pixels</source>
        <translation>Bei %1, %2 Pixel</translation>
    </message>
</context>
<context>
    <name>autochrome::HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Manual of Autochrome</source>
        <translation>Handbuch von Autochrome</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language that this is translated into, as in packaging/man</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>All &amp;keys</source>
        <translation>A&amp;lle Tasten</translation>
    </message>
</context>
<context>
    <name>autochrome::JobList</name>
    <message>
        <source>Drop photos or folders here, or choose “Add photos to the queue…”.</source>
        <translation>Fotos oder Ordner hier ablegen, oder „Fotos einreihen…“ wählen.</translation>
    </message>
    <message>
        <source>There are no photos in this group.</source>
        <translation>In dieser Gruppe sind keine Fotos.</translation>
    </message>
    <message>
        <source>No photo in this state has “%1” in its name or folder.</source>
        <translation>Kein Foto in diesem Zustand hat „%1“ im Namen oder Ordner.</translation>
    </message>
    <message>
        <source>No photo has “%1” in its name or folder.</source>
        <translation>Kein Foto hat „%1“ im Namen oder Ordner.</translation>
    </message>
    <message>
        <source>No photo is in this state: %1.</source>
        <translation>Kein Foto ist in diesem Zustand: %1.</translation>
    </message>
</context>
<context>
    <name>autochrome::JobRowActions</name>
    <message>
        <source>Show source and result</source>
        <translation>Quelle und Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Copy the message</source>
        <translation>Die Meldung kopieren</translation>
    </message>
    <message>
        <source>Show the result in its folder</source>
        <translation>Ergebnis in seinem Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the photo in its folder</source>
        <translation>Foto in seinem Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>autochrome::JobTable</name>
    <message>
        <source>Photos in the queue</source>
        <translation>Fotos in der Warteschlange</translation>
    </message>
</context>
<context>
    <name>autochrome::JobTableModel</name>
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
    <name>autochrome::LeftOutList</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Photos that are left out</source>
        <translation>Fotos, die ausgelassen werden</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Alle Gründe</translation>
    </message>
    <message>
        <source>%1 more are not shown.</source>
        <translation>%1 weitere werden nicht gezeigt.</translation>
    </message>
</context>
<context>
    <name>autochrome::LibraryDelegate</name>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>names of folders</comment>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
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
        <source>Gain in the last validation: %1 dB.</source>
        <translation>Gewinn bei der letzten Validierung: %1 dB.</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln photo(s): loss %1, cross entropy %2, regression %3, learning rate %4.</source>
        <translation>
            <numerusform>Nach %Ln Foto: Verlust %1, Kreuzentropie %2, Regression %3, Lernrate %4.</numerusform>
            <numerusform>Nach %Ln Fotos: Verlust %1, Kreuzentropie %2, Regression %3, Lernrate %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo error</source>
        <translation>Fotofehler</translation>
    </message>
    <message>
        <source>Photo error: %1.</source>
        <translation>Fotofehler: %1.</translation>
    </message>
</context>
<context>
    <name>autochrome::MainToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>Werkzeugleiste</translation>
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
        <source>Newer message</source>
        <translation>Neuere Meldung</translation>
    </message>
    <message>
        <source>Older message</source>
        <translation>Ältere Meldung</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>autochrome::MetadataSection</name>
    <message>
        <source>The file carries no metadata.</source>
        <translation>Die Datei enthält keine Metadaten.</translation>
    </message>
    <message>
        <source>Metadata of the source</source>
        <translation>Metadaten der Quelle</translation>
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
    <name>autochrome::ModelDetails</name>
    <message>
        <source>Result of the check</source>
        <translation>Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the SHA-256</source>
        <translation>SHA-256 kopieren</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>&amp;SHA-256</source>
        <translation>&amp;SHA-256</translation>
    </message>
    <message>
        <source>&amp;Use by default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Colour photos with this model where no other is chosen.</source>
        <translation>Fotos mit diesem Modell einfärben, wo kein anderes gewählt ist.</translation>
    </message>
    <message>
        <source>Use for a &amp;folder…</source>
        <translation>&amp;Für Ordner …</translation>
    </message>
    <message>
        <source>Colour the photos in one folder, and below it, with this model.</source>
        <translation>Die Fotos in einem Ordner und seinen Unterordnern mit diesem Modell einfärben.</translation>
    </message>
    <message>
        <source>&amp;Teach this model…</source>
        <translation>Modell &amp;anlernen …</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>Read the whole file and compare its checksums.</source>
        <translation>Die ganze Datei lesen und ihre Prüfsummen vergleichen.</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save a copy of the file.</source>
        <translation>Eine Kopie der Datei speichern.</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Remove the file; what came with the program cannot be deleted.</source>
        <translation>Die Datei entfernen; was zum Programm gehört, lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>For the photos in %1</source>
        <translation>Für die Fotos in %1</translation>
    </message>
    <message>
        <source>The file is being read…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Start a new training from this model; the model itself stays as it is.</source>
        <translation>Ein neues Training von diesem Modell ausgehen lassen; es selbst bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The file is intact: its checksums match.</source>
        <translation>Die Datei ist unversehrt: Ihre Prüfsummen stimmen.</translation>
    </message>
</context>
<context>
    <name>autochrome::ModelName</name>
    <message>
        <source>Give the model a name.</source>
        <translation>Geben Sie dem Modell einen Namen.</translation>
    </message>
    <message>
        <source>The name cannot begin with “%1”.</source>
        <translation>Der Name darf nicht mit „%1“ beginnen.</translation>
    </message>
    <message>
        <source>The name is too long.</source>
        <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
        <source>The name cannot contain “%1”.</source>
        <translation>Der Name darf kein „%1“ enthalten.</translation>
    </message>
    <message>
        <source>The name contains an invisible character.</source>
        <translation>Der Name enthält ein unsichtbares Zeichen.</translation>
    </message>
</context>
<context>
    <name>autochrome::ModelsPage</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>&amp;Zurück zum vorigen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>There is no model here: drop a model file, or choose “Import…”.</source>
        <translation>Hier ist kein Modell: Ziehen Sie eine Modelldatei hierher, oder wählen Sie „Importieren …“.</translation>
    </message>
    <message>
        <source>Models and encoders</source>
        <translation>Modelle und Encoder</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>Models and encoders (*.safetensors)</source>
        <translation>Modelle und Encoder (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>“%1” was in the library already.</source>
        <translation>„%1“ war schon in der Bibliothek.</translation>
    </message>
    <message>
        <source>The encoder “%1” is in the library now; a training can start from it.</source>
        <translation>Der Encoder „%1“ ist jetzt in der Bibliothek; ein Training kann von ihm ausgehen.</translation>
    </message>
    <message>
        <source>“%1” is in the library now.</source>
        <translation>„%1“ ist jetzt in der Bibliothek.</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>Modell exportieren</translation>
    </message>
    <message>
        <source>“%1” was saved as “%2”.</source>
        <translation>„%1“ wurde als „%2“ gespeichert.</translation>
    </message>
    <message>
        <source>Photos that are coloured with “%1”</source>
        <translation>Fotos, die mit „%1“ eingefärbt werden</translation>
    </message>
    <message>
        <source>“%1” is used for the photos in “%2” from now on.</source>
        <translation>„%1“ wird von jetzt an für die Fotos in „%2“ verwendet.</translation>
    </message>
    <message>
        <source>The photos in “%1” are coloured with the ordinary default again.</source>
        <translation>Die Fotos in „%1“ werden wieder mit dem gewöhnlichen Standard eingefärbt.</translation>
    </message>
    <message>
        <source>“%1” is used from now on.</source>
        <translation>„%1“ wird von jetzt an verwendet.</translation>
    </message>
    <message>
        <source>“%1” is the default again.</source>
        <translation>„%1“ ist wieder der Standard.</translation>
    </message>
    <message>
        <source>Its file is removed for good.</source>
        <translation>Die Datei wird endgültig entfernt.</translation>
    </message>
    <message>
        <source>It is the default: the one before it takes its place.</source>
        <translation>Es ist der Standard: Das vorige Modell tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Folders that it was chosen for will use the default: %1</source>
        <translation>Ordner, für die es gewählt war, nehmen dann den Standard: %1</translation>
    </message>
    <message>
        <source>Add model files or encoders to the library.</source>
        <translation>Modelldateien oder Encoder in die Bibliothek aufnehmen.</translation>
    </message>
    <message>
        <source>Go back to the previous default model.</source>
        <translation>Zum vorigen Standardmodell zurückkehren.</translation>
    </message>
</context>
<context>
    <name>autochrome::OrderForm</name>
    <message>
        <source>&amp;Back to the preset</source>
        <translation>&amp;Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>Feinabstimmung</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Hausrezept</translation>
    </message>
    <message>
        <source>A new model from many thousands of photos, the way this program&apos;s own was made.</source>
        <translation>Ein neues Modell aus vielen tausend Fotos, so wie das mitgelieferte entstand.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>As in the published paper: regression alone, 100 epochs, no aged photos.</source>
        <translation>Wie in der Veröffentlichung: nur Regression, 100 Epochen, keine gealterten Fotos.</translation>
    </message>
    <message>
        <source>Values to begin with; every one can be changed.</source>
        <translation>Werte für den Anfang; jeder lässt sich ändern.</translation>
    </message>
    <message>
        <source>Puts back every value that differs from the preset.</source>
        <translation>Setzt jeden Wert zurück, der von der Vorgabe abweicht.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Start &amp;from</source>
        <translation>&amp;Ausgehend von</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorgabe</translation>
    </message>
    <message>
        <source>for example: own photos</source>
        <translation>zum Beispiel: eigene Fotos</translation>
    </message>
    <message>
        <source>&amp;Licence of the photos</source>
        <translation>&amp;Lizenz der Fotos</translation>
    </message>
    <message>
        <source>&amp;Remark</source>
        <translation>&amp;Bemerkung</translation>
    </message>
    <message>
        <source>For the model&apos;s card</source>
        <translation>Für die Karte des Modells</translation>
    </message>
    <message>
        <source>Choose a model to start from.</source>
        <translation>Wählen Sie ein Modell, von dem es ausgehen soll.</translation>
    </message>
    <message>
        <source>Choose an encoder to start from.</source>
        <translation>Wählen Sie einen Encoder, von dem es ausgehen soll.</translation>
    </message>
    <message>
        <source>A model that is already good learns your archive and forgets little else.</source>
        <translation>Ein schon gutes Modell lernt Ihr Archiv und vergisst dabei wenig anderes.</translation>
    </message>
    <message>
        <source>Appears on the model&apos;s card, for those you give it to.</source>
        <translation>Steht auf der Karte des Modells, für alle, denen Sie es geben.</translation>
    </message>
    <message>
        <source>Appears on the model&apos;s card.</source>
        <translation>Steht auf der Karte des Modells.</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoDevelopment</name>
    <message>
        <source>Reading “%1”…</source>
        <translation>„%1“ wird gelesen …</translation>
    </message>
    <message>
        <source>Turning “%1”…</source>
        <translation>„%1“ wird gedreht …</translation>
    </message>
    <message>
        <source>Colouring “%1”…</source>
        <translation>„%1“ wird eingefärbt …</translation>
    </message>
    <message>
        <source>Repairing “%1”…</source>
        <translation>„%1“ wird ausgebessert …</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoExports</name>
    <message>
        <source>Saved as “%1”.</source>
        <translation>Als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Saving “%1” was stopped; there is no new file.</source>
        <translation>Das Speichern von „%1“ wurde angehalten; es gibt keine neue Datei.</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoNotices</name>
    <message>
        <source>Colouring “%1” was stopped.</source>
        <translation>Das Einfärben von „%1“ wurde angehalten.</translation>
    </message>
    <message>
        <source>Colourise</source>
        <translation>Einfärben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoOpener</name>
    <message>
        <source>There are no photos in the folder “%1”.</source>
        <translation>Im Ordner „%1“ sind keine Fotos.</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Fotos öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoPlaces</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add archive…</source>
        <translation>Archiv hinzufügen …</translation>
    </message>
    <message>
        <source>Archives and lists of photos (*.tar *.txt)</source>
        <translation>Archive und Fotolisten (*.tar *.txt)</translation>
    </message>
    <message>
        <source>Photos to compare on</source>
        <translation>Fotos für den Vergleich</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoSearch</name>
    <message>
        <source>Looking for photos…</source>
        <translation>Fotos werden gesucht …</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoSplitter</name>
    <message>
        <source>There is not enough memory for so many photos.</source>
        <translation>Für so viele Fotos reicht der Arbeitsspeicher nicht.</translation>
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
    <name>autochrome::PhotoState</name>
    <message>
        <source>Open a photo first.</source>
        <translation>Öffnen Sie zuerst ein Foto.</translation>
    </message>
    <message>
        <source>This is a saved result. To save another, colourise the photo again.</source>
        <translation>Das ist ein gespeichertes Ergebnis. Um ein weiteres zu speichern, färben Sie das Foto neu ein.</translation>
    </message>
    <message>
        <source>The photo has no colours yet.</source>
        <translation>Das Foto hat noch keine Farben.</translation>
    </message>
    <message>
        <source>The colours for the new settings are not ready yet.</source>
        <translation>Die Farben für die neuen Einstellungen sind noch nicht fertig.</translation>
    </message>
    <message>
        <source>These colours were made with other settings. Colourise the photo again first.</source>
        <translation>Diese Farben entstanden mit anderen Einstellungen. Färben Sie das Foto zuerst neu ein.</translation>
    </message>
</context>
<context>
    <name>autochrome::PhotoSurveyor</name>
    <message>
        <source>There is not enough memory for so many photos.</source>
        <translation>Für so viele Fotos reicht der Arbeitsspeicher nicht.</translation>
    </message>
    <message>
        <source>The photos could not be looked through.</source>
        <translation>Die Fotos konnten nicht durchgesehen werden.</translation>
    </message>
    <message>
        <source>“%1” does not hold Places365 as it is published; choose “A folder of photos” to take all photos in it.</source>
        <translation>„%1“ enthält Places365 nicht so, wie es veröffentlicht ist; wählen Sie „Ein Ordner mit Fotos“, um alle Fotos darin zu nehmen.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <source>Searching for photos…</source>
        <translation>Fotos werden gesucht …</translation>
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
    <message>
        <source>&amp;Single-key shortcuts</source>
        <translation>&amp;Kürzel aus einer Taste</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Keys such as S, D or + work on their own. Without this, only combinations with Ctrl do.</source>
        <translation>Tasten wie S, D oder + tun für sich allein etwas. Ohne dies nur solche mit Strg.</translation>
    </message>
    <message>
        <source>A change of language takes effect at the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>autochrome::PresetsDialog</name>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>&amp;Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Bring it back</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of a new preset</source>
        <translation>Name einer neuen Vorgabe</translation>
    </message>
    <message>
        <source>Give the photo the settings of the chosen preset</source>
        <translation>Dem Foto die Einstellungen der gewählten Vorgabe geben</translation>
    </message>
    <message>
        <source>Keep the settings of the photo under this name</source>
        <translation>Die Einstellungen des Fotos unter diesem Namen aufbewahren</translation>
    </message>
    <message>
        <source>Give the chosen preset this name</source>
        <translation>Der gewählten Vorgabe diesen Namen geben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>&amp;Ersetzen</translation>
    </message>
    <message>
        <source>The settings of the photo were kept as “%1”.</source>
        <translation>Die Einstellungen des Fotos sind als „%1“ aufbewahrt.</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>autochrome::ProblemLine</name>
    <message>
        <source>Use a batch of %1</source>
        <translation>Stapel von %1 verwenden</translation>
    </message>
    <message>
        <source>Use crops of %1 px</source>
        <translation>Ausschnitte von %1 px verwenden</translation>
    </message>
    <message>
        <source>Keep the last model instead of the best</source>
        <translation>Das letzte statt des besten Modells behalten</translation>
    </message>
    <message>
        <source>Use its network</source>
        <translation>Sein Netz verwenden</translation>
    </message>
    <message>
        <source>Call it “%1”</source>
        <translation>„%1“ nennen</translation>
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
    <name>autochrome::QueueActions</name>
    <message>
        <source>The queue is being worked on already.</source>
        <translation>An der Warteschlange wird schon gearbeitet.</translation>
    </message>
    <message>
        <source>Another program is working on the queue.</source>
        <translation>Ein anderes Programm arbeitet an der Warteschlange.</translation>
    </message>
    <message>
        <source>No photo waits in the queue.</source>
        <translation>In der Warteschlange wartet kein Foto.</translation>
    </message>
    <message>
        <source>The queue is not being worked on.</source>
        <translation>An der Warteschlange wird nicht gearbeitet.</translation>
    </message>
    <message>
        <source>Select photos of the queue first.</source>
        <translation>Wählen Sie zuerst Fotos der Warteschlange aus.</translation>
    </message>
    <message>
        <source>None of the selected photos waits.</source>
        <translation>Keines der ausgewählten Fotos wartet.</translation>
    </message>
    <message>
        <source>None of the selected photos is held back or cancelled.</source>
        <translation>Keines der ausgewählten Fotos ist zurückgehalten oder abgebrochen.</translation>
    </message>
    <message>
        <source>The selected photos have ended.</source>
        <translation>Die ausgewählten Fotos sind erledigt.</translation>
    </message>
    <message>
        <source>Choose a group in the queue&apos;s list of groups, or one of its photos, first.</source>
        <translation>Wählen Sie zuerst eine Gruppe in der Liste der Gruppen oder eines ihrer Fotos.</translation>
    </message>
    <message>
        <source>There is no other group in the queue.</source>
        <translation>In der Warteschlange gibt es keine andere Gruppe.</translation>
    </message>
    <message>
        <source>No photo of the queue has failed.</source>
        <translation>Kein Foto der Warteschlange ist misslungen.</translation>
    </message>
    <message>
        <source>The queue is empty.</source>
        <translation>Die Warteschlange ist leer.</translation>
    </message>
    <message>
        <source>Every group has photos that have not ended.</source>
        <translation>Jede Gruppe hat Fotos, die nicht erledigt sind.</translation>
    </message>
    <message>
        <source>The queue is finishing the photos in progress.</source>
        <translation>Die Warteschlange macht die angefangenen Fotos noch fertig.</translation>
    </message>
    <message>
        <source>None of the selected photos has failed or was skipped or cancelled.</source>
        <translation>Keines der ausgewählten Fotos ist misslungen, übersprungen oder abgebrochen.</translation>
    </message>
</context>
<context>
    <name>autochrome::QueueChoices</name>
    <message>
        <source>Add p&amp;hotos…</source>
        <translation>Fo&amp;tos hinzufügen …</translation>
    </message>
    <message>
        <source>Add fold&amp;er…</source>
        <translation>Ordner &amp;hinzufügen …</translation>
    </message>
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
        <source>Skip photos that are already in &amp;colour</source>
        <translation>Fotos auslassen, die schon Far&amp;ben haben</translation>
    </message>
    <message>
        <source>Skip photos &amp;done before</source>
        <translation>A&amp;uslassen, was früher schon erledigt wurde</translation>
    </message>
    <message>
        <source>Photos that have settings of their own keep &amp;them</source>
        <translation>Fotos mit eigenen Einstellun&amp;gen behalten sie</translation>
    </message>
    <message>
        <source>Give results the &amp;file times of their photos</source>
        <translation>Ergebnisse erhalten die Da&amp;teizeiten ihrer Fotos</translation>
    </message>
    <message>
        <source>&amp;Watch the folder: add photos that come later</source>
        <translation>Or&amp;dner beobachten: Fotos einreihen, die später kommen</translation>
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
        <source>Into a folder, keeping their subfolders</source>
        <translation>In einen Ordner, samt den Ordnern, in denen sie sind</translation>
    </message>
    <message>
        <source>Keep both, under a new name</source>
        <translation>Beide behalten, unter neuem Namen</translation>
    </message>
    <message>
        <source>Skip the photo</source>
        <translation>Das Foto auslassen</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Same as the photo, but lossless</source>
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
        <translation>kB</translation>
    </message>
    <message>
        <source>of any size</source>
        <translation>jeder Größe</translation>
    </message>
    <message>
        <source>Size of a photo, at least</source>
        <translation>Größe eines Fotos, mindestens</translation>
    </message>
    <message>
        <source>{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; a / makes folders</source>
        <translation>{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; ein / macht Ordner</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Folder for the results</source>
        <translation>Ordner für die Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Photos</source>
        <translation>Fot&amp;os</translation>
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
        <source>If it exists alread&amp;y</source>
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
        <source>for example “%1”</source>
        <translation>zum Beispiel „%1“</translation>
    </message>
</context>
<context>
    <name>autochrome::QueueDialog</name>
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
        <source>Choose a folder for the results.</source>
        <translation>Wählen Sie einen Ordner für die Ergebnisse.</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made.</source>
        <translation>Der Ordner „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Photos for the queue</source>
        <translation>Fotos für die Warteschlange</translation>
    </message>
    <message>
        <source>Folder of photos for the queue</source>
        <translation>Ordner mit Fotos für die Warteschlange</translation>
    </message>
    <message>
        <source>Choose photos or folders, or drop them here.</source>
        <translation>Wählen Sie Fotos oder Ordner, oder lassen Sie sie hier fallen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln Foto</numerusform>
            <numerusform>%Ln Fotos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::QueueFilterBar</name>
    <message>
        <source>Group of photos</source>
        <translation>Gruppe von Fotos</translation>
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
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number and name of a group of photos</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source> (paused)</source>
        <translation> (angehalten)</translation>
    </message>
    <message>
        <source> (watches its folder)</source>
        <translation> (beobachtet seinen Ordner)</translation>
    </message>
</context>
<context>
    <name>autochrome::QueueNews</name>
    <message>
        <source>The queue has stopped; the remaining photos wait: %1</source>
        <translation>Die Warteschlange hält an, ihre anderen Fotos warten: %1</translation>
    </message>
    <message>
        <source>The queue has stopped</source>
        <translation>Die Warteschlange hält an</translation>
    </message>
    <message>
        <source>%1 done, %2 skipped, %3 failed</source>
        <translation>%1 fertig, %2 übersprungen, %3 gescheitert</translation>
    </message>
    <message>
        <source>The queue is done</source>
        <translation>Die Warteschlange ist fertig</translation>
    </message>
</context>
<context>
    <name>autochrome::QueueTotals</name>
    <message>
        <source>Progress of the queue</source>
        <translation>Fortschritt der Warteschlange</translation>
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
        <source>%1 skipped</source>
        <translation>%1 übersprungen</translation>
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
        <source>finishing the photos in progress</source>
        <translation>die angefangenen Fotos werden noch fertig</translation>
    </message>
    <message>
        <source>another program is working on it</source>
        <translation>ein anderes Programm arbeitet daran</translation>
    </message>
</context>
<context>
    <name>autochrome::QuitGuard</name>
    <message>
        <source>Not everything is done</source>
        <translation>Nicht alles ist fertig</translation>
    </message>
    <message>
        <source>Not everything is done yet.</source>
        <translation>Es ist noch nicht alles fertig.</translation>
    </message>
    <message>
        <source>A training is running.</source>
        <translation>Ein Training läuft.</translation>
    </message>
    <message>
        <source>&amp;Finish, then quit</source>
        <translation>&amp;Fertigstellen, dann beenden</translation>
    </message>
    <message>
        <source>Quit and &amp;lose it</source>
        <translation>Beenden und &amp;verlieren</translation>
    </message>
    <message>
        <source>&amp;Quit at once</source>
        <translation>&amp;Sofort beenden</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>Hier b&amp;leiben</translation>
    </message>
</context>
<context>
    <name>autochrome::RecentMenu</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 (no longer there)</source>
        <translation>%1 (nicht mehr da)</translation>
    </message>
</context>
<context>
    <name>autochrome::RecipeActions</name>
    <message>
        <source>Apply pr&amp;eset</source>
        <translation>Vorgabe anwen&amp;den</translation>
    </message>
    <message>
        <source>pasted settings</source>
        <translation>eingefügte Einstellungen</translation>
    </message>
    <message>
        <source>settings of another photo</source>
        <translation>Einstellungen eines anderen Fotos</translation>
    </message>
    <message>
        <source>preset “%1”</source>
        <translation>Vorgabe „%1“</translation>
    </message>
</context>
<context>
    <name>autochrome::RecipeKeeper</name>
    <message>
        <source>The folder “%1” cannot be written to. The settings of its photos are kept with the program&apos;s own data.</source>
        <translation>Im Ordner „%1“ kann nichts geschrieben werden. Die Einstellungen seiner Fotos werden bei den Daten des Programms aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>autochrome::RecipeNotices</name>
    <message>
        <source>Use them</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>kept settings</source>
        <translation>aufbewahrte Einstellungen</translation>
    </message>
    <message>
        <source>settings of another window</source>
        <translation>Einstellungen eines anderen Fensters</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The settings of “%1” were changed in another window. The next change made here overrides them.</source>
        <translation>Die Einstellungen von „%1“ wurden in einem anderen Fenster geändert. Die nächste Änderung hier hat Vorrang davor.</translation>
    </message>
    <message>
        <source>Adopt them</source>
        <translation>Übernehmen</translation>
    </message>
</context>
<context>
    <name>autochrome::RepairActions</name>
    <message>
        <source>Repair damage</source>
        <translation>Schäden ausbessern</translation>
    </message>
    <message>
        <source>The mask was saved as “%1”.</source>
        <translation>Die Maske wurde als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>Load a mask</source>
        <translation>Eine Maske laden</translation>
    </message>
    <message>
        <source>Masks (*.png *.tif *.tiff)</source>
        <translation>Masken (*.png *.tif *.tiff)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save what is filled in</source>
        <translation>Ausgefülltes speichern</translation>
    </message>
    <message>
        <source>PNG files (*.png)</source>
        <translation>PNG-Dateien (*.png)</translation>
    </message>
</context>
<context>
    <name>autochrome::RepairSection</name>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Brush size</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Width of the brush on the screen, in pixels. Zoom in for fine work.</source>
        <translation>Breite des Pinsels auf dem Bildschirm, in Pixel. Für Feines das Foto vergrößern.</translation>
    </message>
    <message>
        <source>Show what is filled in</source>
        <translation>Ausgefülltes zeigen</translation>
    </message>
    <message>
        <source>&amp;Save mask…</source>
        <translation>Maske &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Clear marks</source>
        <translation>&amp;Markierungen löschen</translation>
    </message>
    <message>
        <source>Rese&amp;t</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Mark damage</source>
        <translation>Markieren von Schäden</translation>
    </message>
    <message>
        <source>Take away marks</source>
        <translation>Wegnehmen von Markierungen</translation>
    </message>
    <message>
        <source>Draw over what is damaged: it is filled in from what is around it.</source>
        <translation>Übermalen, was beschädigt ist: Es wird aus seiner Umgebung ausgefüllt.</translation>
    </message>
    <message>
        <source>Draw over what is not damaged: it becomes what it was. So do the right button, Alt, and the other end of a pen.</source>
        <translation>Übermalen, was nicht beschädigt ist: Es wird, was es war. Das tun auch die rechte Maustaste, Alt und das andere Ende eines Stifts.</translation>
    </message>
    <message>
        <source>&amp;Load mask…</source>
        <translation>Maske &amp;laden…</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>Fer&amp;tig</translation>
    </message>
    <message>
        <source>Take what is damaged from a picture of the photo&apos;s size, made elsewhere: whatever is not black in it.</source>
        <translation>Was beschädigt ist, einem anderswo gemachten Bild von der Größe des Fotos entnehmen: alles, was darin nicht schwarz ist.</translation>
    </message>
    <message>
        <source>Save what is filled in as a picture of the upright scan&apos;s size: white on black.</source>
        <translation>Was ausgefüllt ist, als Bild von der Größe des aufrechten Scans speichern: weiß auf schwarz.</translation>
    </message>
    <message>
        <source>Forget every stroke, and the mask that was loaded</source>
        <translation>Alle Striche und die geladene Maske vergessen</translation>
    </message>
    <message>
        <source>Bring all of this tool back to its defaults, and forget the marks</source>
        <translation>Alles an diesem Werkzeug auf den Ausgangswert setzen und die Markierungen vergessen</translation>
    </message>
    <message>
        <source>Mask: %1</source>
        <translation>Maske: %1</translation>
    </message>
    <message>
        <source>%1 % of the photo is filled in.</source>
        <translation>%1 % des Fotos sind ausgefüllt.</translation>
    </message>
    <message>
        <source>Nothing is filled in.</source>
        <translation>Nichts ist ausgefüllt.</translation>
    </message>
</context>
<context>
    <name>autochrome::RepairTool</name>
    <message>
        <source>clear marks</source>
        <translation>Markierungen löschen</translation>
    </message>
    <message>
        <source>reset repair</source>
        <translation>Ausbessern zurücksetzen</translation>
    </message>
    <message>
        <source>take marks away</source>
        <translation>Markierungen wegnehmen</translation>
    </message>
    <message>
        <source>mark damage</source>
        <translation>Schaden markieren</translation>
    </message>
    <message>
        <source>load mask</source>
        <translation>Maske laden</translation>
    </message>
</context>
<context>
    <name>autochrome::RunControl</name>
    <message>
        <source>The trainer ended before the training began.</source>
        <translation>Der Trainer endete, bevor das Training begann.</translation>
    </message>
    <message>
        <source>Its output is in “%1”.</source>
        <translation>Seine Ausgabe steht in „%1“.</translation>
    </message>
    <message>
        <source>Nothing has been learnt yet, so there is no model to keep.</source>
        <translation>Noch wurde nichts gelernt, daher gibt es kein Modell zu behalten.</translation>
    </message>
</context>
<context>
    <name>autochrome::RunFigures</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Figures of the training</source>
        <translation>Zahlen des Trainings</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Photos seen</source>
        <translation>Gesehene Fotos</translation>
    </message>
    <message>
        <source>Photos per second</source>
        <translation>Fotos je Sekunde</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
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
        <source>Gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>Last gain</source>
        <translation>Letzter Gewinn</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Photos at a time</source>
        <translation>Fotos auf einmal</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <translation>Grafikspeicher</translation>
    </message>
    <message>
        <source>Passes over all the photos.</source>
        <translation>Durchgänge durch alle Fotos.</translation>
    </message>
    <message>
        <source>Photos to learn from: %1.</source>
        <translation>Fotos, von denen gelernt wird: %1.</translation>
    </message>
    <message>
        <source>%1 % of the time</source>
        <translation>%1 % der Zeit</translation>
    </message>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>%1, %2 pixels wide</source>
        <translation>%1, %2 Pixel breit</translation>
    </message>
    <message>
        <source>In use by all programs.</source>
        <translation>Von allen Programmen belegt.</translation>
    </message>
    <message>
        <source>%1, mixed precision</source>
        <translation>%1, gemischte Genauigkeit</translation>
    </message>
    <message>
        <source>%1 damaged</source>
        <translation>%1 beschädigt</translation>
    </message>
    <message>
        <source>%1 grey</source>
        <translation>%1 grau</translation>
    </message>
    <message>
        <source>%1 toned</source>
        <translation>%1 getönt</translation>
    </message>
    <message>
        <source>%1 too small</source>
        <translation>%1 zu klein</translation>
    </message>
    <message>
        <source>no photo</source>
        <translation>kein Foto</translation>
    </message>
    <message>
        <source>Waiting for photos</source>
        <translation>Warten auf Fotos</translation>
    </message>
    <message>
        <source>Photo error</source>
        <translation>Fotofehler</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>How long the network waits for photos to be read and scaled down.</source>
        <translation>Wie lange das Netz darauf wartet, dass Fotos gelesen und verkleinert werden.</translation>
    </message>
    <message>
        <source>How much closer to the true colours than the grey photo it came in the last validation.</source>
        <translation>Wie viel näher als das graue Foto es den wahren Farben in der letzten Validierung kam.</translation>
    </message>
    <message>
        <source>Peak so far: %1.</source>
        <translation>Höchstwert bisher: %1.</translation>
    </message>
</context>
<context>
    <name>autochrome::RunNotice</name>
    <message>
        <source>Why the training ended</source>
        <translation>Warum das Training endete</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was sich tun lässt</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Einzelheiten</translation>
    </message>
    <message>
        <source>&amp;Try batches of %1…</source>
        <translation>Stapel von %1 &amp;versuchen …</translation>
    </message>
    <message>
        <source>Go on at &amp;half the learning rate</source>
        <translation>Mit &amp;halber Lernrate fortsetzen</translation>
    </message>
</context>
<context>
    <name>autochrome::RunPage</name>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Stop and keep</source>
        <translation>&amp;Beenden und behalten</translation>
    </message>
    <message>
        <source>State of the training</source>
        <translation>Stand des Trainings</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Stop at a checkpoint; the training can go on from there at any time.</source>
        <translation>Den Zwischenstand sichern und anhalten; von dort geht es jederzeit weiter.</translation>
    </message>
    <message>
        <source>Continue from the last checkpoint.</source>
        <translation>Beim letzten Zwischenstand weitermachen.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Pausing… it stops at a checkpoint.</source>
        <translation>Wird angehalten … der Zwischenstand wird gesichert.</translation>
    </message>
    <message>
        <source>Stopping… the model is kept as it is then.</source>
        <translation>Wird beendet … das Modell bleibt, wie es dann ist.</translation>
    </message>
    <message>
        <source>&amp;Compare with the old model</source>
        <translation>Mit dem alten Modell &amp;vergleichen</translation>
    </message>
    <message>
        <source>&amp;Keep as it is</source>
        <translation>So &amp;behalten</translation>
    </message>
    <message>
        <source>See what the new model does better, or worse.</source>
        <translation>Sehen, was das neue Modell besser oder schlechter macht.</translation>
    </message>
    <message>
        <source>End the training; the model as it is then is kept.</source>
        <translation>Das Training beenden; das Modell bleibt, wie es dann ist.</translation>
    </message>
    <message>
        <source>There is no model yet: it is written when the training is paused or ends.</source>
        <translation>Noch gibt es kein Modell: Es wird geschrieben, wenn das Training anhält oder endet.</translation>
    </message>
    <message>
        <source>End here and take the model as it is.</source>
        <translation>Hier aufhören und das Modell nehmen, wie es ist.</translation>
    </message>
    <message>
        <source>End here and take the model of the last validation.</source>
        <translation>Hier aufhören und das Modell der letzten Validierung nehmen.</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt …</translation>
    </message>
</context>
<context>
    <name>autochrome::SampleViewer</name>
    <message>
        <source>Sample photos</source>
        <translation>Beispielfotos</translation>
    </message>
    <message>
        <source>Drag sideways, or use the arrow keys, to go through the validations.</source>
        <translation>Ziehen Sie seitwärts oder nehmen Sie die Pfeiltasten, um durch die Validierungen zu gehen.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>&amp;Newest</source>
        <translation>&amp;Neueste</translation>
    </message>
    <message>
        <source>Show the newest validation, and those to come.</source>
        <translation>Die neueste Validierung zeigen, und die kommenden.</translation>
    </message>
    <message>
        <source>&amp;Keep beside</source>
        <translation>&amp;Daneben behalten</translation>
    </message>
    <message>
        <source>Keep this validation in view and compare others with it.</source>
        <translation>Diese Validierung im Blick behalten und andere mit ihr vergleichen.</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Am Anfang</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>(gain %1 dB)</source>
        <translation>(Gewinn %1 dB)</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>The first pictures appear with the first validation.</source>
        <translation>Die ersten Bilder erscheinen mit der ersten Validierung.</translation>
    </message>
    <message>
        <source>Sample photo before, now and in its true colours</source>
        <translation>Probefoto vorher, jetzt und in seinen wahren Farben</translation>
    </message>
</context>
<context>
    <name>autochrome::SetUpCheck</name>
    <message>
        <source>The model “%1” is another kind of network than the one set here.</source>
        <translation>Das Modell „%1“ ist ein anderes Netz als das hier eingestellte.</translation>
    </message>
    <message>
        <source>The file “%1” is not there.</source>
        <translation>Die Datei „%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>A pretrained encoder fits the EfficientNet-B0 network only.</source>
        <translation>Ein vortrainierter Encoder passt nur zum Netz EfficientNet-B0.</translation>
    </message>
    <message>
        <source>There is a training called “%1” already; give this one another name, or resume that one.</source>
        <translation>Ein Training namens „%1“ gibt es schon; geben Sie diesem einen anderen Namen, oder setzen Sie jenes fort.</translation>
    </message>
    <message>
        <source>The library has a model called “%1” already.</source>
        <translation>In der Bibliothek gibt es schon ein Modell namens „%1“.</translation>
    </message>
    <message>
        <source>Choose photos to learn from first.</source>
        <translation>Wählen Sie zuerst Fotos, von denen gelernt werden soll.</translation>
    </message>
</context>
<context>
    <name>autochrome::SetUpMemory</name>
    <message>
        <source>my-archive</source>
        <translation>mein-archiv</translation>
    </message>
</context>
<context>
    <name>autochrome::SetUpPage</name>
    <message>
        <source>&amp;Start the training</source>
        <translation>Training &amp;starten</translation>
    </message>
    <message>
        <source>The last training ran out of memory.</source>
        <translation>Dem letzten Training ging der Speicher aus.</translation>
    </message>
    <message>
        <source>Choose photos to learn from first.</source>
        <translation>Wählen Sie zuerst Fotos, von denen gelernt werden soll.</translation>
    </message>
    <message>
        <source>Set-up of the training</source>
        <translation>Einrichtung des Trainings</translation>
    </message>
</context>
<context>
    <name>autochrome::SettingRow</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Put back to %1</source>
        <translation>Auf %1 zurücksetzen</translation>
    </message>
    <message>
        <source>%1: put back to %2</source>
        <translation>%1: auf %2 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>autochrome::SettingSection</name>
    <message>
        <source>%1 (%2 changed)</source>
        <translation>%1 (%2 geändert)</translation>
    </message>
</context>
<context>
    <name>autochrome::SettingsForm</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>autochrome::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys of all actions</source>
        <translation>Tasten aller Aktionen</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between keys that do the same</comment>
        <translation>oder</translation>
    </message>
</context>
<context>
    <name>autochrome::SliderRow</name>
    <message>
        <source>Reset %1</source>
        <comment>a slider&apos;s name</comment>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
</context>
<context>
    <name>autochrome::SourceList</name>
    <message>
        <source>Add &amp;folder…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Add archi&amp;ve or list…</source>
        <translation>Archi&amp;v …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Where the photos are</source>
        <translation>Wo die Fotos sind</translation>
    </message>
    <message>
        <source>A tar archive of photos, or a text file with one photo a line</source>
        <translation>Ein Tar-Archiv mit Fotos oder eine Textdatei mit einem Foto je Zeile</translation>
    </message>
    <message>
        <source>“%1” is not a folder, and Places365 is one.</source>
        <translation>„%1“ ist kein Ordner, Places365 aber ist einer.</translation>
    </message>
    <message>
        <source>“%1” is neither a folder nor a tar archive nor a list of photos (.txt).</source>
        <translation>„%1“ ist weder ein Ordner noch ein Tar-Archiv noch eine Liste von Fotos (.txt).</translation>
    </message>
    <message>
        <source>Folder of photos</source>
        <translation>Ordner mit Fotos</translation>
    </message>
    <message>
        <source>Archives and lists of photos</source>
        <translation>Archive und Listen von Fotos</translation>
    </message>
    <message>
        <source>Archives and lists (*.tar *.txt)</source>
        <translation>Archive und Listen (*.tar *.txt)</translation>
    </message>
</context>
<context>
    <name>autochrome::SourceSection</name>
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
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>autochrome::SplitChooser</name>
    <message>
        <source>Photos that look alike</source>
        <translation>Fotos, die sich gleichen</translation>
    </message>
    <message>
        <source>Photos of one folder</source>
        <translation>Fotos eines Ordners</translation>
    </message>
    <message>
        <source>Keep together</source>
        <translation>Zusammenhalten</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <translation>&amp;Zusammenhalten</translation>
    </message>
    <message>
        <source>What stays together is never split between training and validation, so the model is validated on photos that are new to it.</source>
        <translation>Was beisammen bleibt, wird nie auf Training und Validierung verteilt; so wird das Modell an Fotos validiert, die ihm neu sind.</translation>
    </message>
    <message>
        <source>Share for validation</source>
        <translation>Anteil für die Validierung</translation>
    </message>
    <message>
        <source>S&amp;hare for validation</source>
        <translation>Validierungs&amp;anteil</translation>
    </message>
    <message>
        <source>For training: %1. For validation: %2.</source>
        <translation>Für das Training: %1. Für die Validierung: %2.</translation>
    </message>
    <message>
        <source>Left out because they look like photos on the other side: %1.</source>
        <translation>Ausgelassen, weil sie Fotos der anderen Seite gleichen: %1.</translation>
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
    <name>autochrome::StartChoice</name>
    <message>
        <source>A model of the library</source>
        <translation>Einem Modell der Bibliothek</translation>
    </message>
    <message>
        <source>A pretrained encoder</source>
        <translation>Einem vortrainierten Encoder</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehend von</translation>
    </message>
    <message>
        <source>Model to start from</source>
        <translation>Modell, von dem es ausgeht</translation>
    </message>
    <message>
        <source>Encoder to start from</source>
        <translation>Encoder, von dem es ausgeht</translation>
    </message>
    <message>
        <source>Other file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>EfficientNet-B0 encoder</source>
        <translation>EfficientNet-B0-Encoder</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The training goes on from what this model knows.</source>
        <translation>Das Training baut auf dem auf, was dieses Modell kann.</translation>
    </message>
    <message>
        <source>An EfficientNet-B0 that already recognises things, as torchvision provides it, in a safetensors file; the colours are learnt from scratch.</source>
        <translation>Ein EfficientNet-B0, das schon Dinge erkennt, wie torchvision es hat, in einer safetensors-Datei; die Farben werden von Grund auf gelernt.</translation>
    </message>
    <message>
        <source>Everything is learnt from your photos; this needs many of them, and days.</source>
        <translation>Alles wird aus Ihren Fotos gelernt; das braucht viele davon, und Tage.</translation>
    </message>
</context>
<context>
    <name>autochrome::StatusLine</name>
    <message>
        <source>Lightness kept.</source>
        <translation>Helligkeit erhalten.</translation>
    </message>
    <message>
        <source>Lightness could not be kept everywhere.</source>
        <translation>Die Helligkeit ließ sich nicht überall erhalten.</translation>
    </message>
    <message>
        <source>Lightness kept in “%1”.</source>
        <translation>Helligkeit in „%1“ erhalten.</translation>
    </message>
    <message>
        <source>Lightness changed in “%1”, by up to %2 L*.</source>
        <translation>Helligkeit in „%1“ verändert, um bis zu %2 L*.</translation>
    </message>
    <message>
        <source>Lightness differs by at most %1 L* (promised: %2)</source>
        <translation>Die Helligkeit weicht höchstens um %1 L* ab (versprochen: %2)</translation>
    </message>
    <message>
        <source>Lightness in “%1” differs by at most %2 L* (promised: %3)</source>
        <translation>Die Helligkeit in „%1“ weicht höchstens um %2 L* ab (versprochen: %3)</translation>
    </message>
    <message>
        <source>This is the result “%1”, as it was saved.</source>
        <translation>Dies ist das Ergebnis „%1“, wie es gespeichert wurde.</translation>
    </message>
    <message>
        <source>Colour by %1 on this computer&apos;s processor in %2 s.</source>
        <translation>Farbe von %1 auf dem Prozessor dieses Rechners in %2 s.</translation>
    </message>
    <message>
        <source>Colour by %1 on %2 in %3 s.</source>
        <translation>Farbe von %1 auf %2 in %3 s.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>Das Modell wird geladen …</translation>
    </message>
    <message>
        <source>There is no model.</source>
        <translation>Es gibt kein Modell.</translation>
    </message>
    <message>
        <source>%1 is ready on this computer&apos;s processor.</source>
        <translation>%1 ist auf dem Prozessor dieses Rechners bereit.</translation>
    </message>
    <message>
        <source>%1 is ready on %2.</source>
        <translation>%1 ist auf %2 bereit.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>Datei: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Gerät: %1</translation>
    </message>
    <message>
        <source>Time: %1 s</source>
        <translation>Zeit: %1 s</translation>
    </message>
    <message>
        <source>Photo: %1 × %2 pixels (%3 megapixels), %4 bit</source>
        <translation>Foto: %1 × %2 Pixel (%3 Megapixel), %4 Bit</translation>
    </message>
    <message>
        <source>The settings have changed since: colourise the photo again.</source>
        <translation>Die Einstellungen wurden seither geändert: Färben Sie das Foto neu ein.</translation>
    </message>
</context>
<context>
    <name>autochrome::SurveySummary</name>
    <message>
        <source>Photos found</source>
        <translation>Fotos gefunden</translation>
    </message>
    <message>
        <source>Near-copies among them</source>
        <translation>davon einander fast gleich</translation>
    </message>
    <message>
        <source>usable, but much like another one</source>
        <translation>brauchbar, aber einem anderen sehr ähnlich</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Short side, pixels</source>
        <translation>Kurze Seite, Pixel</translation>
    </message>
    <message>
        <source>Long side, pixels</source>
        <translation>Lange Seite, Pixel</translation>
    </message>
    <message>
        <source>Megapixels</source>
        <translation>Megapixel</translation>
    </message>
    <message>
        <source>For training</source>
        <translation>Für das Training</translation>
    </message>
    <message>
        <source>For validation</source>
        <translation>Für die Validierung</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
</context>
<context>
    <name>autochrome::TextWindow</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>autochrome::ToneHistogram</name>
    <message>
        <source>Histogram of lightness</source>
        <translation>Histogramm der Helligkeit</translation>
    </message>
    <message>
        <source>Before: lightness %1 to %2. After: %3 to %4, %5 % pure black, %6 % pure white.</source>
        <translation>Vorher: Helligkeit %1 bis %2. Nachher: %3 bis %4, %5 % reines Schwarz, %6 % reines Weiß.</translation>
    </message>
</context>
<context>
    <name>autochrome::TrainingChooser</name>
    <message>
        <source>&amp;Training:</source>
        <translation>&amp;Training:</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>Ein neues</translation>
    </message>
    <message>
        <source>Delete this training…</source>
        <translation>Dieses Training löschen…</translation>
    </message>
    <message>
        <source>Delete this training&apos;s folder; models in the library stay</source>
        <translation>Den Ordner dieses Trainings löschen; Modelle in der Bibliothek bleiben</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Delete a training</source>
        <translation>Ein Training löschen</translation>
    </message>
    <message>
        <source>Delete the training in “%1”?</source>
        <translation>Das Training in „%1“ löschen?</translation>
    </message>
    <message>
        <source>Its checkpoint, curves, pictures and comparison are deleted. A model that is in the library stays there.</source>
        <translation>Zwischenstand, Kurven, Bilder und Vergleich verschwinden. Ein Modell, das in der Bibliothek ist, bleibt dort.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>autochrome::TrainingDock</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training teaches a model the colours of photos that you have.</source>
        <translation>Beim Training lernt ein Modell die Farben von Fotos, die Sie haben.</translation>
    </message>
    <message>
        <source>Show training</source>
        <translation>Training zeigen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>It takes from a quarter of an hour to several days, every core of this computer or its GPU, gigabytes of memory, hundreds of megabytes of disk space, and at least several hundred colour photos. The model in use stays as it is until you choose another one.</source>
        <translation>Es dauert von einer Viertelstunde bis zu Tagen, braucht alle Kerne dieses Computers oder seine GPU, Gigabytes an Arbeitsspeicher, Hunderte Megabytes auf der Platte und mindestens einige Hundert Farbfotos. Das Modell, das Sie verwenden, bleibt, wie es ist, bis Sie ein anderes wählen.</translation>
    </message>
</context>
<context>
    <name>autochrome::TrainingMeasure</name>
    <message>
        <source>The trainer could not be started.</source>
        <translation>Das Trainingsprogramm konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>What the training would take could not be measured.</source>
        <translation>Was das Training braucht, konnte nicht gemessen werden.</translation>
    </message>
</context>
<context>
    <name>autochrome::TrainingNotices</name>
    <message>
        <source>“%1” is being trained.</source>
        <translation>„%1“ wird gerade trainiert.</translation>
    </message>
    <message>
        <source>Show training</source>
        <translation>Training zeigen</translation>
    </message>
</context>
<context>
    <name>autochrome::TrainingPanel</name>
    <message>
        <source>&amp;Photos</source>
        <translation>Fot&amp;os</translation>
    </message>
    <message>
        <source>&amp;Set-up</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;Comparison</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>The figure is saved as “%1”.</source>
        <translation>Die Abbildung ist als „%1“ gespeichert.</translation>
    </message>
    <message>
        <source>“%1” is the model in use now.</source>
        <translation>„%1“ ist jetzt das verwendete Modell.</translation>
    </message>
    <message>
        <source>“%1” is the model in use again.</source>
        <translation>„%1“ ist wieder das verwendete Modell.</translation>
    </message>
</context>
<context>
    <name>autochrome::UnfinishedWork</name>
    <message>
        <source>“%1” is being saved.</source>
        <translation>„%1“ wird gespeichert.</translation>
    </message>
    <message>
        <source>The report of the queue is being written.</source>
        <translation>Der Bericht der Warteschlange wird geschrieben.</translation>
    </message>
    <message>
        <source>Two models are being compared.</source>
        <translation>Zwei Modelle werden verglichen.</translation>
    </message>
    <message>
        <source>A training is being started.</source>
        <translation>Ein Training wird begonnen.</translation>
    </message>
    <message>
        <source>The queue is being worked on; photos that are not done wait for the next time.</source>
        <translation>An der Warteschlange wird gearbeitet; Fotos, die nicht fertig sind, warten auf das nächste Mal.</translation>
    </message>
    <message>
        <source>“%1” is being trained; that goes on without this window.</source>
        <translation>„%1“ wird trainiert; das geht ohne dieses Fenster weiter.</translation>
    </message>
    <message>
        <source>The comparison of two models was stopped: the session ended.</source>
        <translation>Der Vergleich zweier Modelle wurde angehalten: Die Sitzung endete.</translation>
    </message>
    <message>
        <source>“%1” was not saved: the session ended first.</source>
        <translation>„%1“ wurde nicht gespeichert: Die Sitzung endete vorher.</translation>
    </message>
    <message>
        <source>The report of the queue was not written: the session ended first.</source>
        <translation>Der Bericht der Warteschlange wurde nicht geschrieben: Die Sitzung endete vorher.</translation>
    </message>
    <message>
        <source>A training was not started: the session ended first.</source>
        <translation>Ein Training wurde nicht begonnen: Die Sitzung endete vorher.</translation>
    </message>
</context>
<context>
    <name>autochrome::WindowClosing</name>
    <message>
        <source>The window closes when this is done.</source>
        <translation>Das Fenster schließt sich, wenn das fertig ist.</translation>
    </message>
    <message>
        <source>Keep it open</source>
        <translation>Offen lassen</translation>
    </message>
</context>
<context>
    <name>autochrome::WindowQueue</name>
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
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>Add to the queue…</source>
        <translation>Einreihen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s) are open. The queue is better for large numbers.</source>
        <translation>
            <numerusform>%Ln Foto ist offen. Viele erledigt am besten die Warteschlange.</numerusform>
            <numerusform>%Ln Fotos sind offen. Viele erledigt am besten die Warteschlange.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>autochrome::ZoomButton</name>
    <message>
        <source>Choose a zoom</source>
        <translation>Vergrößerung wählen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom: %1</source>
        <translation>Vergrößerung: %1</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
</context>
<context>
    <name>autochrome::addClearButton</name>
    <message>
        <source>Clear the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>%1 cannot hold transparency; “%2” was laid on white.</source>
        <translation>%1 kennt keine Transparenz; „%2“ wurde auf Weiß gelegt.</translation>
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
        <source>No free name was found for the result “%1”.</source>
        <translation>Für das Ergebnis „%1“ fand sich kein freier Name.</translation>
    </message>
    <message>
        <source>“%1” has colours already.</source>
        <translation>„%1“ ist schon farbig.</translation>
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
        <source>No default model was chosen: there is none to go back to.</source>
        <translation>Es wurde kein Standardmodell gewählt: Es gibt keines, zu dem man zurückkehren könnte.</translation>
    </message>
    <message>
        <source>No training runs in the folder “%1”.</source>
        <translation>Im Ordner „%1“ läuft kein Training.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder “%1”.</source>
        <translation>In den Ordner „%1“ kann nichts geschrieben werden.</translation>
    </message>
    <message>
        <source>Take smaller crops.</source>
        <translation>Nehmen Sie kleinere Ausschnitte.</translation>
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
        <source>“%1” is the checkpoint of a training, not a model.</source>
        <translation>„%1“ ist der Zwischenstand eines Trainings, kein Modell.</translation>
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
    <message>
        <source>Comparing the photos</source>
        <translation>Fotos werden verglichen</translation>
    </message>
    <message>
        <source>No model was chosen for the folder “%1”.</source>
        <translation>Für den Ordner „%1“ wurde kein Modell gewählt.</translation>
    </message>
    <message>
        <source>None of the validation photos can be used: they are damaged, too small or without colour.</source>
        <translation>Keines der Fotos zur Validierung ist brauchbar: Sie sind beschädigt, zu klein oder ohne Farbe.</translation>
    </message>
    <message>
        <source>Settings have to be one JSON object.</source>
        <translation>Einstellungen müssen ein einziges JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The comparison of the models is damaged.</source>
        <translation>Der Vergleich der Modelle ist beschädigt.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be a multiple of %2 from %3 to %4.</source>
        <translation>Die Einstellung „%1“ muss ein Vielfaches von %2 zwischen %3 und %4 sein.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be a number.</source>
        <translation>Die Einstellung „%1“ muss eine Zahl sein.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be a whole number.</source>
        <translation>Die Einstellung „%1“ muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be from %2 to %3.</source>
        <translation>Die Einstellung „%1“ muss zwischen %2 und %3 liegen.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be one of %2.</source>
        <translation>Die Einstellung „%1“ muss eine von diesen sein: %2.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be true or false.</source>
        <translation>Die Einstellung „%1“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>The training needs a length: minutes, steps or epochs.</source>
        <translation>Das Training braucht eine Länge: Minuten, Schritte oder Epochen.</translation>
    </message>
    <message>
        <source>There is no encoder file “%1”.</source>
        <translation>Es gibt keine Encoderdatei „%1“.</translation>
    </message>
    <message>
        <source>There is no encoder named “%1”.</source>
        <translation>Es gibt keinen Encoder namens „%1“.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Es gibt keinen Ordner „%1“.</translation>
    </message>
    <message>
        <source>There is no setting called “%1”.</source>
        <translation>Eine Einstellung namens „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“%1” is a whole model, not an encoder.</source>
        <translation>„%1“ ist ein ganzes Modell, kein Encoder.</translation>
    </message>
    <message>
        <source>“%1” is not the encoder EfficientNet-B0.</source>
        <translation>„%1“ ist nicht der Encoder EfficientNet-B0.</translation>
    </message>
    <message>
        <source>“%1” is not the encoder EfficientNet-B0: “%2” has another shape.</source>
        <translation>„%1“ ist nicht der Encoder EfficientNet-B0: „%2“ hat eine andere Form.</translation>
    </message>
    <message>
        <source>“%1” is not the encoder EfficientNet-B0: “%2” is missing.</source>
        <translation>„%1“ ist nicht der Encoder EfficientNet-B0: „%2“ fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not the encoder EfficientNet-B0: “%2” is unknown.</source>
        <translation>„%1“ ist nicht der Encoder EfficientNet-B0: „%2“ ist unbekannt.</translation>
    </message>
    <message>
        <source>%1 has changed the lightness of “%2”: by up to %3 L*, where at most %4 is promised. PNG and TIFF keep it.</source>
        <translation>%1 hat die Helligkeit von „%2“ verändert: um bis zu %3 L*, wo höchstens %4 versprochen ist. PNG und TIFF erhalten sie.</translation>
    </message>
    <message>
        <source>L* kept within %1</source>
        <translation>L* auf %1 genau erhalten</translation>
    </message>
    <message>
        <source>Only the texts, IPTC and XMP of “%1” can be read; its Exif cannot, as the file is a BigTIFF.</source>
        <translation>Von „%1“ sind nur die Texte, IPTC und XMP lesbar; das Exif nicht, da die Datei ein BigTIFF ist.</translation>
    </message>
    <message>
        <source>The colour profile in “%1” is not quite in order; it was repaired, its colours are the same.</source>
        <translation>Das Farbprofil in „%1“ ist nicht ganz in Ordnung; es wurde repariert, die Farben sind dieselben.</translation>
    </message>
    <message>
        <source>The colour profile in “%1” is of a kind that a photo must not have; the colours are kept, but in sRGB.</source>
        <translation>Das Farbprofil in „%1“ ist von einer Art, die ein Foto nicht haben darf; die Farben bleiben erhalten, aber in sRGB.</translation>
    </message>
    <message>
        <source>The lightness of “%1” is not what it was: it differs by up to %2 L*, where at most %3 is promised.</source>
        <translation>Die Helligkeit von „%1“ ist nicht mehr dieselbe: Sie weicht um bis zu %2 L* ab, wo höchstens %3 versprochen ist.</translation>
    </message>
    <message>
        <source>The queue in “%1” can only be looked at, not changed.</source>
        <translation>Die Warteschlange in „%1“ kann nur angesehen, nicht geändert werden.</translation>
    </message>
    <message>
        <source>the file itself would have no name, or a hidden one</source>
        <translation>die Datei selbst hätte keinen Namen oder einen versteckten</translation>
    </message>
    <message>
        <source>“%1” could not be given the time of its source: %2.</source>
        <translation>„%1“ konnte die Zeit der Quelle nicht erhalten: %2.</translation>
    </message>
    <message>
        <source>“%1” has several pages; only the largest one is used.</source>
        <translation>„%1“ hat mehrere Seiten; nur die größte wird verwendet.</translation>
    </message>
    <message>
        <source>“%1” holds only a reduced copy of its picture.</source>
        <translation>„%1“ enthält nur eine verkleinerte Kopie des Bildes.</translation>
    </message>
    <message>
        <source>“%1” is a camera raw file, which this program cannot develop. Save it as TIFF or JPEG in a raw converter and open that.</source>
        <translation>„%1“ ist eine Kamera-Rohdatei, die dieses Programm nicht entwickeln kann. Speichern Sie sie in einem Raw-Konverter als TIFF oder JPEG und öffnen Sie diese Datei.</translation>
    </message>
    <message>
        <source>“%1” is itself a photo of the queue and is not overwritten; the result is “%2”.</source>
        <translation>„%1“ ist selbst ein Foto der Warteschlange und wird nicht überschrieben; das Ergebnis ist „%2“.</translation>
    </message>
    <message>
        <source>“%1” is transparent everywhere; its transparency is not used.</source>
        <translation>„%1“ ist überall durchsichtig; die Transparenz wird nicht verwendet.</translation>
    </message>
    <message>
        <source>“%1” was changed by another program while it was read.</source>
        <translation>„%1“ wurde während des Lesens von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>“%1” was done before; its result is “%2”.</source>
        <translation>„%1“ wurde schon bearbeitet; das Ergebnis ist „%2“.</translation>
    </message>
    <message>
        <source>“%1” was not written by this program and is not overwritten; the metadata of “%2” would have to go there. Choose another name.</source>
        <translation>„%1“ wurde nicht von diesem Programm geschrieben und wird nicht überschrieben; die Metadaten von „%2“ müssten dorthin. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>%1 pixels</source>
        <translation>%1 Pixel</translation>
    </message>
    <message numerus="yes">
        <source>%n photo found|%n photos found</source>
        <translation>
            <numerusform>%n Foto gefunden</numerusform>
            <numerusform>%n Fotos gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Best: the network looks four times, mirrored and at two sizes; calmer, and it takes four times as long.</source>
        <translation>Beste: Das Netz schaut viermal hin, auch gespiegelt und in zwei Größen; ruhiger, und es dauert viermal so lang.</translation>
    </message>
    <message>
        <source>Boldness</source>
        <translation>Kühnheit</translation>
    </message>
    <message numerus="yes">
        <source>CPU (%n thread)|CPU (%n threads)</source>
        <translation>
            <numerusform>CPU (%n Thread)</numerusform>
            <numerusform>CPU (%n Threads)</numerusform>
        </translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Sorgfalt</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>How far the model commits itself. Low: calm colours, the mean of all that are possible. High: the likeliest colour, livelier and more often wrong.</source>
        <translation>Wie weit sich das Modell festlegt. Niedrig: ruhige Farben, das Mittel aller möglichen. Hoch: die wahrscheinlichste Farbe, lebhafter und öfter falsch.</translation>
    </message>
    <message>
        <source>How much colour is laid over the photo. 0 is grey, 50 is what the model proposes, 100 is twice as much.</source>
        <translation>Wie viel Farbe über das Foto gelegt wird. 0 ist grau, 50 ist, was das Modell vorschlägt, 100 ist doppelt so viel.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>Looked at %1 of %n photo|Looked at %1 of %n photos</source>
        <translation>
            <numerusform>%1 von %n Foto angesehen</numerusform>
            <numerusform>%1 von %n Fotos angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Network size</source>
        <translation>Netzgröße</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message numerus="yes">
        <source>On %n photo that it had not seen: %1 dB nearer to the true colours than grey, colour difference %2 % of grey&apos;s.|On %n photos that it had not seen: %1 dB nearer to the true colours than grey, colour difference %2 % of grey&apos;s.</source>
        <translation>
            <numerusform>An %n Foto, das es nicht kannte: %1 dB näher an den wahren Farben als Grau, Farbabstand %2 % desjenigen von Grau.</numerusform>
            <numerusform>An %n Fotos, die es nicht kannte: %1 dB näher an den wahren Farben als Grau, Farbabstand %2 % desjenigen von Grau.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the photo&apos;s luminance counts; sepia or yellowed paper disappears.</source>
        <translation>Nur die Helligkeit des Fotos zählt; Sepia oder vergilbtes Papier verschwindet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Short side of the photo as the network sees it. Small: bold, whole areas. Large: finer areas, slower.</source>
        <translation>Kurze Seite des Fotos, wie das Netz es sieht. Klein: kräftige, ganze Flächen. Groß: feinere Flächen, langsamer.</translation>
    </message>
    <message>
        <source>The colour of the light over the photo. 50 leaves it as it is, lower is colder and bluer, higher is warmer and more golden.</source>
        <translation>Die Farbe des Lichts über dem Foto. 50 lässt es, wie es ist, niedriger ist kälter und blauer, höher wärmer und goldener.</translation>
    </message>
    <message>
        <source>The file of your presets is damaged.</source>
        <translation>Die Datei mit Ihren Vorgaben ist beschädigt.</translation>
    </message>
    <message>
        <source>The new colours are added to the scan&apos;s own tint.</source>
        <translation>Die neuen Farben kommen zur Tönung des Scans hinzu.</translation>
    </message>
    <message>
        <source>The recipe “%1” cannot be used.</source>
        <translation>Das Rezept „%1“ ist nicht verwendbar.</translation>
    </message>
    <message numerus="yes">
        <source>The result of “%1” could not be written within %n second.|The result of “%1” could not be written within %n seconds.</source>
        <translation>
            <numerusform>Das Ergebnis von „%1“ konnte nicht innerhalb von %n Sekunde geschrieben werden.</numerusform>
            <numerusform>Das Ergebnis von „%1“ konnte nicht innerhalb von %n Sekunden geschrieben werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The setting “%1” has to be 0 or a multiple of %2 from %3 to %4.</source>
        <translation>Die Einstellung „%1“ muss 0 oder ein Vielfaches von %2 zwischen %3 und %4 sein.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be above %2 and at most %3.</source>
        <translation>Die Einstellung „%1“ muss über %2 und höchstens bei %3 liegen.</translation>
    </message>
    <message>
        <source>The settings kept beside “%1” are another photo&apos;s, or were made before “%1” was changed. They are not used.</source>
        <translation>Die neben „%1“ aufbewahrten Einstellungen gehören zu einem anderen Foto oder entstanden, bevor „%1“ geändert wurde. Sie werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The settings kept for this photo, “%1”, cannot be used.</source>
        <translation>Die für dieses Foto aufbewahrten Einstellungen „%1“ sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>The settings kept for “%1” are damaged or cannot be read. They are not used.</source>
        <translation>Die für „%1“ aufbewahrten Einstellungen sind beschädigt oder nicht lesbar. Sie werden nicht verwendet.</translation>
    </message>
    <message>
        <source>The settings of “%1” cannot be kept.</source>
        <translation>Die Einstellungen von „%1“ können nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The settings of “%1” have to be a JSON object.</source>
        <translation>Die Einstellungen von „%1“ müssen ein JSON-Objekt sein.</translation>
    </message>
    <message>
        <source>The settings of “%1” were changed elsewhere in the meantime; those were set aside as “%2”.</source>
        <translation>Die Einstellungen von „%1“ wurden inzwischen anderswo geändert; jene wurden als „%2“ beiseitegelegt.</translation>
    </message>
    <message>
        <source>The settings of “%1” were kept by a newer Autochrome. This one cannot read them.</source>
        <translation>Die Einstellungen von „%1“ stammen von einer neueren Autochrome-Version. Diese kann sie nicht lesen.</translation>
    </message>
    <message numerus="yes">
        <source>There is %n photo to learn from, fewer than the %1 of one batch; take more photos, or batches of at most %n.|There are %n photos to learn from, fewer than the %1 of one batch; take more photos, or batches of at most %n.</source>
        <translation>
            <numerusform>Es gibt %n Foto zum Lernen, weniger als die %1 eines Stapels; nehmen Sie mehr Fotos oder Stapel von höchstens %n.</numerusform>
            <numerusform>Es gibt %n Fotos zum Lernen, weniger als die %1 eines Stapels; nehmen Sie mehr Fotos oder Stapel von höchstens %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a preset “%1” already.</source>
        <translation>Es gibt schon eine Vorgabe „%1“.</translation>
    </message>
    <message>
        <source>There is no preset “%1”.</source>
        <translation>Es gibt keine Vorgabe „%1“.</translation>
    </message>
    <message>
        <source>There is not enough memory for “%1”.</source>
        <translation>Für „%1“ reicht der Speicher nicht.</translation>
    </message>
    <message numerus="yes">
        <source>There is not enough memory to train on %n photo at a time; try %1.|There is not enough memory to train on %n photos at a time; try %1.</source>
        <translation>
            <numerusform>Der Speicher reicht nicht, um mit %n Foto auf einmal zu trainieren; versuchen Sie es mit %1.</numerusform>
            <numerusform>Der Speicher reicht nicht, um mit %n Fotos auf einmal zu trainieren; versuchen Sie es mit %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>These kept settings are damaged.</source>
        <translation>Diese aufbewahrten Einstellungen sind beschädigt.</translation>
    </message>
    <message>
        <source>These settings were kept by a newer Autochrome.</source>
        <translation>Diese Einstellungen stammen von einer neueren Autochrome-Version.</translation>
    </message>
    <message>
        <source>Tint of the scan</source>
        <translation>Tönung des Scans</translation>
    </message>
    <message>
        <source>Tint of the scan: keep</source>
        <translation>Tönung des Scans: behalten</translation>
    </message>
    <message>
        <source>Tint of the scan: remove</source>
        <translation>Tönung des Scans: entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n photo.|Trained on %n photos.</source>
        <translation>
            <numerusform>An %n Foto trainiert.</numerusform>
            <numerusform>An %n Fotos trainiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Warmth</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Your presets were kept by a newer Autochrome.</source>
        <translation>Ihre Vorgaben stammen von einer neueren Autochrome-Version.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>boldness</source>
        <translation>Kühnheit</translation>
    </message>
    <message>
        <source>effort</source>
        <translation>Sorgfalt</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>Spiegelung</translation>
    </message>
    <message>
        <source>network size</source>
        <translation>Netzgröße</translation>
    </message>
    <message>
        <source>rotation</source>
        <translation>Drehung</translation>
    </message>
    <message>
        <source>tint of the scan</source>
        <translation>Tönung des Scans</translation>
    </message>
    <message>
        <source>warmth</source>
        <translation>Wärme</translation>
    </message>
    <message numerus="yes">
        <source>“%1” could not be read within %n second.|“%1” could not be read within %n seconds.</source>
        <translation>
            <numerusform>„%1“ konnte nicht innerhalb von %n Sekunde gelesen werden.</numerusform>
            <numerusform>„%1“ konnte nicht innerhalb von %n Sekunden gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>“%1” has %2 channels, which this program cannot read.</source>
        <translation>„%1“ hat %2 Kanäle; das kann dieses Programm nicht lesen.</translation>
    </message>
    <message>
        <source>“%1” has no page %2.</source>
        <translation>„%1“ hat keine Seite %2.</translation>
    </message>
    <message>
        <source>“%1” holds several pictures; only the first one is used.</source>
        <translation>„%1“ enthält mehrere Bilder; nur das erste wird verwendet.</translation>
    </message>
    <message>
        <source>“%1” is not a photo in a format that this program reads (%2).</source>
        <translation>„%1“ ist kein Foto in einem Format, das dieses Programm liest (%2).</translation>
    </message>
    <message>
        <source>“%1” was called “%2” before; its settings are taken over.</source>
        <translation>„%1“ hieß vorher „%2“; die Einstellungen werden übernommen.</translation>
    </message>
    <message>
        <source>“%1” was stopped.</source>
        <translation>„%1“ wurde abgebrochen.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>%1 can be read but not written. Results can be %2.</source>
        <translation>%1 wird gelesen, aber nicht geschrieben. Ergebnisse gibt es als %2.</translation>
    </message>
    <message numerus="yes">
        <source>A batch cannot be shared equally among %n process.|A batch cannot be shared equally among %n processes.</source>
        <translation>
            <numerusform>Ein Stapel lässt sich nicht gleichmäßig auf %n Prozess verteilen.</numerusform>
            <numerusform>Ein Stapel lässt sich nicht gleichmäßig auf %n Prozesse verteilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>A path that is not valid UTF-8 is given as a file: address, in which each invalid byte is written as %XX.</source>
        <translation>Ein Pfad, dessen Bytes kein UTF-8 sind, steht als file:-Adresse da, in der jedes solche Byte %XX heißt.</translation>
    </message>
    <message>
        <source>At least one of the two losses needs a weight above 0.</source>
        <translation>Mindestens einer der beiden Verluste braucht ein Gewicht über 0.</translation>
    </message>
    <message>
        <source>Every photo for training looks like one for validation, so nothing is left to learn from.</source>
        <translation>Jedes Trainingsfoto gleicht einem der Fotos zur Validierung, sodass nichts zum Lernen übrig bleibt.</translation>
    </message>
    <message>
        <source>It needs about %1 of memory, but only %2 is free. %3</source>
        <translation>Es braucht etwa %1 Arbeitsspeicher, frei sind %2. %3</translation>
    </message>
    <message>
        <source>It needs about %1 of the GPU&apos;s memory, but only %2 is free. %3</source>
        <translation>Es braucht etwa %1 Speicher der Grafikkarte, frei sind %2. %3</translation>
    </message>
    <message>
        <source>It needs about %1 on the disk of “%2”, but only %3 is free.</source>
        <translation>Es braucht etwa %1 auf dem Datenträger von „%2“, frei sind %3.</translation>
    </message>
    <message>
        <source>No training has been started in the folder “%1”.</source>
        <translation>Im Ordner „%1“ wurde kein Training begonnen.</translation>
    </message>
    <message>
        <source>None of the photos can be used: they are damaged or without colour.</source>
        <translation>Keines der Fotos lässt sich verwenden: Sie sind beschädigt oder ohne Farbe.</translation>
    </message>
    <message>
        <source>Not enough memory on %1 at %2 pixels; tried again with less.</source>
        <translation>Auf %1 reichte der Speicher für %2 Pixel nicht; es wurde mit weniger versucht.</translation>
    </message>
    <message>
        <source>The colour profile in “%1” is damaged or not one for inks; a simple formula mixes them instead.</source>
        <translation>Das Farbprofil in „%1“ ist beschädigt oder keines für Druckfarben; sie werden nach einer einfachen Regel gemischt.</translation>
    </message>
    <message>
        <source>The copy “%1” differs from its source; it was removed.</source>
        <translation>Die Kopie „%1“ gleicht nicht dem, was kopiert wurde; sie wurde entfernt.</translation>
    </message>
    <message>
        <source>The folders hold copies of each other&apos;s photos and cannot be separated; split the photos by hash instead.</source>
        <translation>Die Ordner enthalten Kopien voneinander und lassen sich nicht teilen; nach Prüfsumme lassen sich die Fotos teilen.</translation>
    </message>
    <message>
        <source>The model “%1” is not one of yours; only those in “%2” can be removed.</source>
        <translation>Das Modell „%1“ ist keines von Ihren; entfernt werden nur die in „%2“.</translation>
    </message>
    <message>
        <source>The model “%1”, chosen for the folder “%2”, is gone: the ordinary default is used there.</source>
        <translation>Das Modell „%1“, gewählt für den Ordner „%2“, ist fort: Dort wird der gewöhnliche Standard genommen.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be text.</source>
        <translation>Die Einstellung „%1“ muss ein Text sein.</translation>
    </message>
    <message>
        <source>The settings kept for “%1” before were set aside as “%2”.</source>
        <translation>Was vorher für „%1“ aufbewahrt war, wurde als „%2“ beiseitegelegt.</translation>
    </message>
    <message>
        <source>These are not the settings of a batch.</source>
        <translation>Das sind keine Einstellungen eines Stapels.</translation>
    </message>
    <message>
        <source>This network has an encoder other than EfficientNet-B0.</source>
        <translation>Dieses Netz hat einen anderen Encoder als EfficientNet-B0.</translation>
    </message>
    <message>
        <source>Without photos to validate on, there is no telling which model is best.</source>
        <translation>Ohne Fotos zur Validierung zeigt nichts, welches Modell das bessere ist.</translation>
    </message>
    <message>
        <source>“%1” failed because of a fault in this program.</source>
        <translation>„%1“ scheiterte an einem Fehler dieses Programms.</translation>
    </message>
    <message>
        <source>“%1” has changed since it was put into the queue; the result is made from what it holds now.</source>
        <translation>„%1“ hat sich geändert, seit es in die Warteschlange kam; das Ergebnis gilt dem jetzigen Inhalt.</translation>
    </message>
    <message>
        <source>“%1” is a PyTorch file, which can contain a program; only safetensors files are accepted.</source>
        <translation>„%1“ ist eine Datei von PyTorchs eigener Art, die ein Programm enthalten kann; nur Safetensors-Dateien werden angenommen.</translation>
    </message>
    <message>
        <source>“%1” is not a complete model file.</source>
        <translation>„%1“ ist keine vollständige Modelldatei.</translation>
    </message>
    <message>
        <source>“%1” is not the file that the checksum in “%2” was made from.</source>
        <translation>„%1“ ist nicht die Datei, aus der ihre Prüfsumme in „%2“ entstand.</translation>
    </message>
    <message>
        <source>The recipe “%1” was written by a newer Autochrome.</source>
        <translation>Das Rezept „%1“ stammt von einem neueren Autochrome.</translation>
    </message>
    <message>
        <source>The settings kept for this photo, “%1”, were written by a newer Autochrome.</source>
        <translation>Die für dieses Foto aufbewahrten Einstellungen „%1“ stammen von einem neueren Autochrome.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>The processor or graphics card that trains.</source>
        <translation>Der Prozessor oder die Grafikkarte, die trainiert.</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>How many of the processor&apos;s cores the network uses.</source>
        <translation>Wie viele Kerne des Prozessors das Netz verwendet.</translation>
    </message>
    <message>
        <source>all cores</source>
        <translation>alle Kerne</translation>
    </message>
    <message>
        <source>Threads for photos</source>
        <translation>Threads für Fotos</translation>
    </message>
    <message>
        <source>How many photos are opened at the same time.</source>
        <translation>Wie viele Fotos gleichzeitig geöffnet werden.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>Sicherungspunkt alle</translation>
    </message>
    <message>
        <source>A sudden end loses at most what came after the last checkpoint.</source>
        <translation>Bei einem plötzlichen Ende geht höchstens verloren, was nach dem letzten Sicherungspunkt kam.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Minutes between</source>
        <translation>Minuten dazwischen</translation>
    </message>
    <message>
        <source>How many minutes lie between two validations.</source>
        <translation>Wie viele Minuten zwischen zwei Validierungen liegen.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Measured in</source>
        <translation>Gemessen in</translation>
    </message>
    <message>
        <source>What decides when the training is over.</source>
        <translation>Was bestimmt, wann das Training zu Ende ist.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Loss and network</source>
        <translation>Verlust und Netz</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>1 counts every pixel alike; towards 0, rare colours count more and more.</source>
        <translation>1 zählt jedes Pixel gleich; gegen 0 zählen seltene Farben immer mehr.</translation>
    </message>
    <message>
        <source>After this many validations without a gain the training ends early.</source>
        <translation>Nach so vielen Validierungen ohne Gewinn endet das Training früher.</translation>
    </message>
    <message>
        <source>Aged photos</source>
        <translation>Gealterte Fotos</translation>
    </message>
    <message>
        <source>At most this many photos are looked through to count how often each colour occurs.</source>
        <translation>Höchstens so viele Fotos werden darauf durchgesehen, wie oft jede Farbe vorkommt.</translation>
    </message>
    <message>
        <source>Average (EMA)</source>
        <translation>Mittelung (EMA)</translation>
    </message>
    <message>
        <source>Batches per step</source>
        <translation>Stapel je Schritt</translation>
    </message>
    <message>
        <source>Computes in bfloat16 where the device can: faster, and with less memory.</source>
        <translation>Rechnet in bfloat16, wo das Gerät es kann: schneller und mit weniger Speicher.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Cross-entropy weight</source>
        <translation>Gewicht der Kreuzentropie</translation>
    </message>
    <message>
        <source>Decides the order of the photos and all else that is left to chance.</source>
        <translation>Bestimmt die Reihenfolge der Fotos und alles andere, was dem Zufall überlassen ist.</translation>
    </message>
    <message>
        <source>Decoder rate</source>
        <translation>Lernrate des Decoders</translation>
    </message>
    <message>
        <source>EfficientNet-B0</source>
        <translation>EfficientNet-B0</translation>
    </message>
    <message>
        <source>EfficientNet-B0 without skips</source>
        <translation>EfficientNet-B0 ohne Brücken</translation>
    </message>
    <message>
        <source>Encoder frozen for</source>
        <translation>Encoder eingefroren</translation>
    </message>
    <message>
        <source>Encoder rate</source>
        <translation>Lernrate des Encoders</translation>
    </message>
    <message>
        <source>Epochs between</source>
        <translation>Epochen dazwischen</translation>
    </message>
    <message>
        <source>For this first part of the training, the encoder stays as it is.</source>
        <translation>Für diesen Teil des Trainings, von Anfang an, bleibt der Encoder, wie er ist.</translation>
    </message>
    <message>
        <source>From this point of the training on, the late batch and crop apply; at 100 % they never do.</source>
        <translation>Ab diesem Teil des Trainings gelten der späte Stapel und Ausschnitt; bei 100 % nie.</translation>
    </message>
    <message>
        <source>Gradient limit</source>
        <translation>Grenze des Gradienten</translation>
    </message>
    <message>
        <source>How long the training runs, validations included.</source>
        <translation>Wie lange das Training läuft, mit den Validierungen.</translation>
    </message>
    <message>
        <source>How many epochs lie between two validations.</source>
        <translation>Wie viele Epochen zwischen zwei Validierungen liegen.</translation>
    </message>
    <message>
        <source>How many photos, none of them learnt from, each validation measures the model on.</source>
        <translation>An wie vielen Fotos, aus denen nicht gelernt wird, jede Validierung das Modell misst.</translation>
    </message>
    <message>
        <source>How many times the training goes through all photos.</source>
        <translation>Wie oft das Training alle Fotos durchgeht.</translation>
    </message>
    <message>
        <source>How many times the weights are changed.</source>
        <translation>Wie oft die Gewichte verändert werden.</translation>
    </message>
    <message>
        <source>How much closeness to the true colour counts; off leaves out that part of the network.</source>
        <translation>Wie viel es zählt, der wahren Farbe nahezukommen; „aus“ lässt diesen Teil des Netzes weg.</translation>
    </message>
    <message>
        <source>How much of the model that the training starts from stays in the weights that are kept. The result forgets less, and is often the better for it.</source>
        <translation>Wie viel von dem Modell, mit dem das Training beginnt, in den behaltenen Gewichten bleibt. Das Ergebnis vergisst weniger und ist dadurch oft besser.</translation>
    </message>
    <message>
        <source>How much predicting each colour&apos;s probability counts; off leaves out that part of the network.</source>
        <translation>Wie viel es zählt, die Wahrscheinlichkeit jeder Farbe zu treffen; „aus“ lässt diesen Teil des Netzes weg.</translation>
    </message>
    <message>
        <source>How much the logarithm of each photo&apos;s error counts: with it, pale photos matter as much as vivid ones.</source>
        <translation>Wie viel der Logarithmus des Fehlers jedes Fotos zählt: Damit zählen blasse Fotos so viel wie lebhafte.</translation>
    </message>
    <message>
        <source>How often a photo bypasses the encoder&apos;s last block, to keep the model from learning photos by heart.</source>
        <translation>So oft läuft ein Foto am letzten Block des Encoders vorbei, gegen das Auswendiglernen von Fotos.</translation>
    </message>
    <message>
        <source>How vivid the colours are that the photo error aims for: 1 gives the least error but pale colours, more gives livelier ones.</source>
        <translation>Wie lebhaft die Farben sind, auf die der Fotofehler zielt: 1 ergibt den kleinsten Fehler, aber blasse Farben, mehr ergibt lebhaftere.</translation>
    </message>
    <message>
        <source>Keep its statistics</source>
        <translation>Statistik behalten</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <translation>Das beste behalten</translation>
    </message>
    <message>
        <source>Keeps the best model of all validations, the one at the start included; otherwise the last one.</source>
        <translation>Das beste Modell aller Validierungen bleibt, auch das vom Anfang zählt mit; sonst das letzte.</translation>
    </message>
    <message>
        <source>Lambda (λ)</source>
        <translation>Lambda (λ)</translation>
    </message>
    <message>
        <source>Larger crops towards the end let the model cope with whole scenes.</source>
        <translation>Größere Ausschnitte gegen Ende lehren das Modell, mit ganzen Szenen umzugehen.</translation>
    </message>
    <message>
        <source>Late crop</source>
        <translation>Später Ausschnitt</translation>
    </message>
    <message>
        <source>Late photos per batch</source>
        <translation>Späte Fotos je Stapel</translation>
    </message>
    <message>
        <source>Late sizes from</source>
        <translation>Späte Größen ab</translation>
    </message>
    <message>
        <source>Learning rate of the part that makes colours.</source>
        <translation>Lernrate des Teils, der Farben macht.</translation>
    </message>
    <message>
        <source>Learning rate of the part that recognises things; low rates forget less.</source>
        <translation>Lernrate des Teils, der Dinge erkennt; niedrige Raten vergessen weniger.</translation>
    </message>
    <message>
        <source>Longer gradients are shortened to this length, so that no step is too large.</source>
        <translation>Längere Gradienten werden auf diese Länge gekürzt, damit kein Schritt zu groß wird.</translation>
    </message>
    <message>
        <source>Mixed precision</source>
        <translation>Gemischte Genauigkeit</translation>
    </message>
    <message>
        <source>More photos per step make each step more reliable and need more memory.</source>
        <translation>Mehr Fotos je Schritt machen jeden Schritt verlässlicher und brauchen mehr Speicher.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Over this many steps the learning rate rises from zero.</source>
        <translation>Über so viele Schritte steigt die Lernrate von null an.</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Photos each time</source>
        <translation>Fotos je Mal</translation>
    </message>
    <message>
        <source>Photos for the prior</source>
        <translation>Fotos für die Farbhäufigkeit</translation>
    </message>
    <message>
        <source>Photos per batch</source>
        <translation>Fotos je Stapel</translation>
    </message>
    <message>
        <source>Photos per batch towards the end.</source>
        <translation>Fotos je Stapel gegen Ende.</translation>
    </message>
    <message>
        <source>Plain network</source>
        <translation>Einfaches Netz</translation>
    </message>
    <message>
        <source>Plain network without skips</source>
        <translation>Einfaches Netz ohne Brücken</translation>
    </message>
    <message>
        <source>Pulls the weights towards zero, to keep the model from learning photos by heart.</source>
        <translation>Zieht die Gewichte gegen null, damit Fotos nicht auswendig gelernt werden.</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>Rate am Ende</translation>
    </message>
    <message>
        <source>Regression weight</source>
        <translation>Gewicht der Regression</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Several batches count as one large batch, without needing its memory.</source>
        <translation>Mehrere Stapel zählen wie ein großer, ohne dessen Speicher zu brauchen.</translation>
    </message>
    <message>
        <source>Share of the learning rate that is left at the end.</source>
        <translation>Anteil der Lernrate, der am Ende übrig ist.</translation>
    </message>
    <message>
        <source>Share of the old model</source>
        <translation>Anteil des alten Modells</translation>
    </message>
    <message>
        <source>Share of the photos that get the faults of old prints: grain, blur, fading, scratches.</source>
        <translation>Anteil der Fotos, die Fehler alter Abzüge bekommen: Korn, Unschärfe, Ausbleichen, Kratzer.</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Kurze Seite</translation>
    </message>
    <message>
        <source>Side of the squares that are cut out of the photos to learn from.</source>
        <translation>Seitenlänge der Quadrate, die zum Lernen aus den Fotos geschnitten werden.</translation>
    </message>
    <message>
        <source>Size at which the model sees these photos.</source>
        <translation>Größe, in der das Modell diese Fotos sieht.</translation>
    </message>
    <message>
        <source>Stochastic depth</source>
        <translation>Stochastische Tiefe</translation>
    </message>
    <message>
        <source>The encoder keeps its batch-normalisation statistics; photos of one kind would shift them and make everything else worse.</source>
        <translation>Der Encoder behält seine Statistik der Batch-Normalisierung; Fotos einer Art würden sie verschieben und alles andere schlechter machen.</translation>
    </message>
    <message>
        <source>The model is a running average of the weights; the nearer to 1, the further back it reaches.</source>
        <translation>Das Modell ist ein gleitendes Mittel der Gewichte; näher an 1 ist es länger.</translation>
    </message>
    <message>
        <source>The network that the model is built on; a model that is trained further keeps its own.</source>
        <translation>Das Netz, auf dem das Modell aufbaut; ein Modell, das weiter trainiert wird, behält seines.</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>Lebhaftigkeit</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>Anlaufschritte</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Weight of a photo&apos;s error</source>
        <translation>Gewicht des Fehlers je Foto</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>by the clock</source>
        <translation>nach der Uhr</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>no early end</source>
        <translation>kein früheres Ende</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Black and white stay where they are.</source>
        <translation>Schwarz und Weiß bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Even out</source>
        <translation>Ausgleichen</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>Faded tones</source>
        <translation>Verblasste Tonwerte</translation>
    </message>
    <message>
        <source>Faded tones: as they are</source>
        <translation>Verblasste Tonwerte: unverändert</translation>
    </message>
    <message>
        <source>Faded tones: restore</source>
        <translation>Verblasste Tonwerte: wiederherstellen</translation>
    </message>
    <message>
        <source>How far light and dark tones lie apart, around mid grey. 50 leaves them as they are.</source>
        <translation>Wie weit helle und dunkle Töne auseinanderliegen, um das mittlere Grau. 50 lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>How far things stand out from what is around them. 50 leaves them as they are; edges get no halos.</source>
        <translation>Wie sehr sich Dinge von ihrer Umgebung abheben. 50 lässt sie, wie sie sind; Kanten bekommen keine Säume.</translation>
    </message>
    <message>
        <source>How light the photo is. 50 leaves it as it is, 0 is two stops darker, 100 two stops lighter. Nothing is clipped.</source>
        <translation>Wie hell das Foto ist. 50 lässt es, wie es ist, 0 ist zwei Blenden dunkler, 100 zwei Blenden heller. Nichts wird abgeschnitten.</translation>
    </message>
    <message>
        <source>Local contrast</source>
        <translation>Lokaler Kontrast</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Spreads the tones of a faded photo over the whole range. A photo that is not certainly faded stays as it is.</source>
        <translation>Verteilt die Tonwerte eines verblassten Fotos über den ganzen Umfang. Ein Foto, das nicht sicher verblasst ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Takes out what has faded unevenly: dark corners, light stripes, a half that was covered. 0 leaves it as it is.</source>
        <translation>Gleicht aus, was ungleichmäßig verblasst ist: dunkle Ecken, helle Streifen, eine abgedeckte Hälfte. 0 lässt es, wie es ist.</translation>
    </message>
    <message>
        <source>The crop that is kept for “%1” does not lie within it; the whole photo is shown.</source>
        <translation>Der für „%1“ gemerkte Zuschnitt liegt nicht in ihm; das ganze Foto wird gezeigt.</translation>
    </message>
    <message>
        <source>The mask “%1” has %2 pixels, and the photo upright %3.</source>
        <translation>Die Maske „%1“ hat %2 Pixel, das aufrechte Foto %3.</translation>
    </message>
    <message>
        <source>The mask “%1” has a name that settings cannot hold.</source>
        <translation>Die Maske „%1“ hat einen Namen, den Einstellungen nicht aufnehmen können.</translation>
    </message>
    <message>
        <source>The mask “%1” has been changed since it was chosen.</source>
        <translation>Die Maske „%1“ wurde geändert, seit sie gewählt wurde.</translation>
    </message>
    <message>
        <source>The part that is to be kept does not lie within “%1”, which has %2 x %3 pixels.</source>
        <translation>Der Teil, der bleiben soll, liegt nicht in „%1“, das %2 x %3 Pixel hat.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be a list of %2 numbers, or an empty one.</source>
        <translation>Die Einstellung „%1“ muss eine Liste von %2 Zahlen sein oder eine leere.</translation>
    </message>
    <message>
        <source>The setting “%1” has to be “none” or 2 to 16 points in rising order, as “%2”.</source>
        <translation>Die Einstellung „%1“ muss „none“ sein oder 2 bis 16 Punkte in steigender Reihenfolge, wie „%2“.</translation>
    </message>
    <message>
        <source>The setting “%1” is not a mask.</source>
        <translation>Die Einstellung „%1“ ist keine Maske.</translation>
    </message>
    <message>
        <source>This mask was made by a newer Autochrome (version %1).</source>
        <translation>Diese Maske stammt von einem neueren Autochrome (Version %1).</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>evening-out</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>exposure</source>
        <translation>Belichtung</translation>
    </message>
    <message>
        <source>faded tones</source>
        <translation>verblasste Tonwerte</translation>
    </message>
    <message>
        <source>local contrast</source>
        <translation>lokaler Kontrast</translation>
    </message>
    <message>
        <source>repair without grain</source>
        <translation>Reparatur ohne Korn</translation>
    </message>
    <message>
        <source>tone curve</source>
        <translation>Tonwertkurve</translation>
    </message>
    <message>
        <source>widest damage</source>
        <translation>Breiteste Schäden</translation>
    </message>
    <message>
        <source>“%1” cannot be a mask: %2 blurs its edges. Masks are PNG or TIFF files.</source>
        <translation>„%1“ kann keine Maske sein: %2 verwischt ihre Kanten. Masken sind PNG- oder TIFF-Dateien.</translation>
    </message>
    <message>
        <source>“%1” could not be prepared.</source>
        <translation>„%1“ konnte nicht vorbereitet werden.</translation>
    </message>
    <message>
        <source>“%1” is already a restored result.</source>
        <translation>„%1“ ist bereits ein restauriertes Ergebnis.</translation>
    </message>
    <message>
        <source>“%1”: damage wider than %2 pixels was left as it is (%3 % of the photo): nobody can know what was there.</source>
        <translation>„%1“: Schäden, die breiter als %2 Pixel sind, blieben unverändert (%3 % des Fotos): Niemand kann wissen, was dort war.</translation>
    </message>
    <message>
        <source>“%1”: the mask covers the whole photo; nothing was filled in.</source>
        <translation>„%1“: Die Maske bedeckt das ganze Foto; es wurde nichts ergänzt.</translation>
    </message>
    <message>
        <source>%1 % of the pixels filled in</source>
        <translation>%1 % der Pixel ergänzt</translation>
    </message>
    <message>
        <source>A black-and-white negative on glass or film: it becomes a print, without the density of its base, a little evened out.</source>
        <translation>Ein Schwarzweißnegativ auf Glas oder Film: Aus ihm wird ein Abzug, ohne die Dichte des Trägers, etwas ausgeglichen.</translation>
    </message>
    <message>
        <source>A damaged print: also wide damage is filled in, faded tones are restored, and the colours are calm.</source>
        <translation>Ein beschädigter Abzug: Auch breite Schäden werden ergänzt, verblasste Tonwerte wiederhergestellt, und die Farben sind ruhig.</translation>
    </message>
    <message>
        <source>A print that has faded: its tones are spread over the whole range, and what has faded unevenly is evened out a little.</source>
        <translation>Ein verblasster Abzug: Seine Tonwerte werden über den ganzen Umfang gespreizt, ungleichmäßig Verblasstes wird etwas ausgeglichen.</translation>
    </message>
    <message>
        <source>A printed picture on yellowed paper: without its printed dots, evened out and restored, with calm colours; what is filled in gets no grain.</source>
        <translation>Ein gedrucktes Bild auf vergilbtem Papier: ohne Druckraster, ausgeglichen und wiederhergestellt, mit ruhigen Farben; Ergänztes bekommt kein Korn.</translation>
    </message>
    <message>
        <source>Cracked portrait</source>
        <translation>Rissiges Porträt</translation>
    </message>
    <message>
        <source>Damage cannot be found: no detector is installed.</source>
        <translation>Schäden können nicht gefunden werden: Es ist kein Netz dafür installiert.</translation>
    </message>
    <message>
        <source>Damage that is wider stays as it is: nobody can know what was there. 100 is a quarter of the photo&apos;s short side, 0 fills in nothing.</source>
        <translation>Was breiter ist, bleibt, wie es ist: Niemand kann wissen, was dort war. 100 ist ein Viertel der kurzen Seite des Fotos, 0 füllt nichts aus.</translation>
    </message>
    <message>
        <source>Find damage</source>
        <translation>Schäden finden</translation>
    </message>
    <message>
        <source>Glass negative</source>
        <translation>Glasnegativ</translation>
    </message>
    <message>
        <source>Hardly any of the training photos can be used: they are damaged or too small.</source>
        <translation>Kaum eines der Trainingsfotos ist brauchbar: Sie sind beschädigt oder zu klein.</translation>
    </message>
    <message>
        <source>How much of the grain is taken out. Its strength is measured on the photo; edges stay. 0 leaves it as it is.</source>
        <translation>Wie viel vom Korn entfernt wird. Seine Stärke wird am Foto gemessen, Kanten bleiben. 0 lässt es, wie es ist.</translation>
    </message>
    <message>
        <source>How readily cracks, scratches, dust and stains are found by themselves. 0 looks for none, 50 is the usual, higher finds more and is more often wrong.</source>
        <translation>Wie leicht Risse, Kratzer, Staub und Flecken selbst gefunden werden. 0 sucht nicht, 50 ist üblich, höher findet mehr und irrt sich öfter.</translation>
    </message>
    <message>
        <source>Leaves what is filled in smooth. Else it gets the grain of the photo around it.</source>
        <translation>Was ausgefüllt wird, bleibt glatt. Sonst bekommt es das Korn des Fotos um es herum.</translation>
    </message>
    <message>
        <source>Looking for damage</source>
        <translation>Schäden werden gesucht</translation>
    </message>
    <message>
        <source>Makes edges steeper, without halos and without the grain. 0 leaves them as they are.</source>
        <translation>Macht Kanten steiler, ohne Säume und ohne das Korn. 0 lässt sie, wie sie sind.</translation>
    </message>
    <message>
        <source>Negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>Newspaper</source>
        <translation>Zeitung</translation>
    </message>
    <message>
        <source>No print&apos;s edge is seen for certain on “%1”; it is not cropped.</source>
        <translation>Auf „%1“ ist kein Rand eines Abzugs sicher zu erkennen; es wird nicht zugeschnitten.</translation>
    </message>
    <message>
        <source>No print&apos;s edge is seen for certain on “%1”; it stays whole.</source>
        <translation>Auf „%1“ ist kein Rand eines Abzugs sicher zu erkennen; es bleibt ganz.</translation>
    </message>
    <message>
        <source>Print from an album</source>
        <translation>Abzug aus einem Album</translation>
    </message>
    <message>
        <source>Printed dots</source>
        <translation>Druckraster</translation>
    </message>
    <message>
        <source>Printed dots: keep</source>
        <translation>Druckraster: behalten</translation>
    </message>
    <message>
        <source>Printed dots: remove</source>
        <translation>Druckraster: entfernen</translation>
    </message>
    <message>
        <source>Reduce grain</source>
        <translation>Korn mindern</translation>
    </message>
    <message>
        <source>Several prints are seen on “%1”; it is not cropped to one of them.</source>
        <translation>Auf „%1“ sind mehrere Abzüge zu sehen; es wird auf keinen von ihnen zugeschnitten.</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Takes the dots out that a photo from a book or a newspaper was printed with. A photo without them stays as it is.</source>
        <translation>Entfernt die Punkte, mit denen ein Foto aus einem Buch oder einer Zeitung gedruckt wurde. Ein Foto ohne Raster bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>The checkpoint “%1” was made with other settings.</source>
        <translation>Der Zwischenstand „%1“ wurde mit anderen Einstellungen angelegt.</translation>
    </message>
    <message>
        <source>The dots that the photo was printed with stay.</source>
        <translation>Die Punkte, mit denen das Foto gedruckt wurde, bleiben.</translation>
    </message>
    <message>
        <source>The scan is a black-and-white negative: it is turned into a print, without the density and the colour of its base.</source>
        <translation>Der Scan ist ein Schwarzweißnegativ: Aus ihm wird ein Abzug, ohne die Dichte und die Farbe des Trägers.</translation>
    </message>
    <message>
        <source>The training in “%1” is at its end.</source>
        <translation>Das Training in „%1“ ist am Ende.</translation>
    </message>
    <message>
        <source>There is no preset “%1”; there are: %2.</source>
        <translation>Es gibt keine Vorgabe „%1“; es gibt: %2.</translation>
    </message>
    <message>
        <source>Widest damage</source>
        <translation>Breitester Schaden</translation>
    </message>
    <message>
        <source>Without grain</source>
        <translation>Ohne Korn</translation>
    </message>
    <message>
        <source>find damage</source>
        <translation>Schäden finden</translation>
    </message>
    <message>
        <source>grain reduction</source>
        <translation>Kornminderung</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>Negativ</translation>
    </message>
    <message>
        <source>printed dots</source>
        <translation>Druckraster</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>“%1” is not a detector of damage that this version can use.</source>
        <translation>„%1“ ist kein Netz zum Finden von Schäden, das diese Version verwenden kann.</translation>
    </message>
    <message>
        <source>“%1” shows too few straight lines to be straightened by them; it is not turned.</source>
        <translation>„%1“ zeigt zu wenige gerade Linien, um danach begradigt zu werden; es wird nicht gedreht.</translation>
    </message>
    <message>
        <source>“%1”: its tones were left where they are, for it is not certain that it has faded (%2 %).</source>
        <translation>„%1“: Die Tonwerte blieben, wo sie sind, denn es ist nicht sicher, dass das Foto verblasst ist (%2 %).</translation>
    </message>
    <message>
        <source>“%1”: no printed dots were found; none were removed.</source>
        <translation>„%1“: Es wurde kein Druckraster gefunden und keines entfernt.</translation>
    </message>
    <message>
        <source>“%1”: no result was written, for its mask could not be. %2</source>
        <translation>„%1“: Es wurde kein Ergebnis geschrieben, denn seine Maske ließ sich nicht schreiben. %2</translation>
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
    <message>
        <source>Show the panel that teaches a model your photos.</source>
        <translation>Den Bereich zeigen, der einem Modell Ihre Fotos beibringt.</translation>
    </message>
</context>
</TS>
