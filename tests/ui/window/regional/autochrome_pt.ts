<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt">
<context><name>core</name>
<message><source>Stopped.</source><translation>Parado (pt).</translation></message>
<message><source>Done</source><translation>Feito (pt)</translation></message>
<message numerus="yes"><source>%n photo found|%n photos found</source><translation><numerusform>%n foto encontrada</numerusform><numerusform>%n fotos encontradas</numerusform></translation></message>
</context>
</TS>
